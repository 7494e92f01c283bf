package dev.footbridge.state;

import java.time.Instant;

/** One stored value with the version it had and the instant from which it is gone. */
public record StateEntry(String value, StateVersion version, Instant deadline) {}
