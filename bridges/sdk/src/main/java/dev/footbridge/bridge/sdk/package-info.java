/** Serves what was written for the official MCP Java SDK: its sync specifications become features of the core. */
@NullMarked
package dev.footbridge.bridge.sdk;

import org.jspecify.annotations.NullMarked;
