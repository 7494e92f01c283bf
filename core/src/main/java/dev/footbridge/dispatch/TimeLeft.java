package dev.footbridge.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How long something may still wait.
 *
 * @param end empty where nobody cuts it off
 */
record TimeLeft(InstantSource clock, Optional<Instant> end) {

    private static final Duration MOMENT = Duration.ofMillis(1);

    boolean none() {
        return end.isPresent() && !clock.instant().isBefore(end.get());
    }

    /** Until just after the end, but no longer than that. */
    Duration upTo(Duration most) {
        if (end.isEmpty()) {
            return most;
        }
        Duration left = Duration.between(clock.instant(), end.get()).plus(MOMENT);
        if (left.compareTo(MOMENT) < 0) {
            return MOMENT;
        }
        return left.compareTo(most) > 0 ? most : left;
    }
}
