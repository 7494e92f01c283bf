/** Clients of others that run in this JVM. */
@NullMarked
package dev.footbridge.verification.client;

import org.jspecify.annotations.NullMarked;
