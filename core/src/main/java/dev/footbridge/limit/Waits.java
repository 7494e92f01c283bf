package dev.footbridge.limit;

import java.time.Duration;

/** Stretches of time as people and models read them. */
final class Waits {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Waits() {}

    /** Whole seconds, rounded up, so that who waits as long does not come too early; at least one. */
    static long seconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }

    /** {@code 12 seconds}, {@code 3 hours}: the largest unit that is still exact enough, rounded up. */
    static String words(Duration wait) {
        long seconds = seconds(wait);
        if (seconds <= 3 * MINUTE) {
            return count(seconds, 1, "second");
        }
        if (seconds <= 3 * HOUR) {
            return count(seconds, MINUTE, "minute");
        }
        return seconds <= 3 * DAY ? count(seconds, HOUR, "hour") : count(seconds, DAY, "day");
    }

    private static String count(long seconds, long unit, String name) {
        long units = (seconds + unit - 1) / unit;
        return units + " " + name + (units == 1 ? "" : "s");
    }
}
