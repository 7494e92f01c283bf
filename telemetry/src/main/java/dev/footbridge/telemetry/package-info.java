/** Tells OpenTelemetry of requests, under its conventions for MCP and generative AI. */
@NullMarked
package dev.footbridge.telemetry;

import org.jspecify.annotations.NullMarked;
