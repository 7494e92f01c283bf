package dev.footbridge.testkit.author;

import dev.footbridge.json.Json;
import dev.footbridge.protocol.LogLevel;

/** One log line that was sent to the client. */
public record LogLine(LogLevel level, Json data) {}
