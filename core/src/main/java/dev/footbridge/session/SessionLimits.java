package dev.footbridge.session;

import java.time.Duration;

/**
 * How long sessions live and how many there may be.
 *
 * @param idle a session not used for so long is over
 * @param lifetime a session is over after this, used or not
 * @param perCaller beginning one more ends one that was never used, or the least recently used
 */
public record SessionLimits(Duration idle, Duration lifetime, int perCaller) {}
