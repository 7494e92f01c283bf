package dev.footbridge.dispatch;

import dev.footbridge.call.KeptStates;
import dev.footbridge.feature.Catalog;
import dev.footbridge.secret.Secrets;

/** What a server provides to every call, whoever makes it. */
record Provisions(Catalog catalog, KeptStates states, Secrets secrets) {}
