package dev.footbridge.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps calls from waiting for a store that does not answer: after three failures or slow answers in a row nobody asks
 * for five seconds, and then one at a time until one answer is good. Thread-safe.
 */
final class Breaker {

    static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int FAILURES = 3;

    private int failures;
    private Instant closedUntil = Instant.MIN;

    /** Whether to ask the store now. */
    synchronized boolean asks(Instant now) {
        if (failures < FAILURES) {
            return true;
        }
        if (now.isBefore(closedUntil)) {
            return false;
        }
        closedUntil = now.plus(PAUSE);
        return true;
    }

    synchronized void good() {
        failures = 0;
    }

    /** True if this failure is the one that stops the asking. */
    synchronized boolean bad(Instant now) {
        failures = Math.min(failures + 1, FAILURES + 1);
        closedUntil = now.plus(PAUSE);
        return failures == FAILURES;
    }
}
