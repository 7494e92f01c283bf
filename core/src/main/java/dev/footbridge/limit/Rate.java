package dev.footbridge.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many calls in so much time, and how many of them may come at once.
 *
 * <p>Kept as GCRA: one number for each key, the theoretical arrival time of the next call. In any stretch of time no
 * more than {@code burst + count × stretch / period} calls pass. Immutable. The constructor throws
 * {@link IllegalArgumentException} if a number is not positive or a whole burst takes longer than a year.
 *
 * @param count how many calls a period allows
 * @param burst how many may come at once after a pause
 */
public record Rate(long count, Duration period, long burst) {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})/(s|min|h|day)");
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "min", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "day", Duration.ofDays(1));

    public Rate {
        if (count < 1 || burst < 1 || period.isNegative() || period.isZero() || period.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A rate needs a positive count, period and burst.");
        }
        if (count > period.toNanos() || burst > LONGEST.toNanos() / spacing(count, period)) {
            throw new IllegalArgumentException("A rate of this count and burst is out of range.");
        }
    }

    /** As many at once as a period allows. */
    public static Rate of(long count, Duration period) {
        return new Rate(count, period, count);
    }

    /**
     * Reads {@code 60/min}, {@code 5/s}, {@code 10/h} or {@code 1000/day}.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Rate parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("A rate is written like 60/min, 5/s, 10/h or 1000/day.");
        }
        return of(Long.parseLong(form.group(1)), UNITS.getOrDefault(form.group(2), Duration.ZERO));
    }

    public Rate withBurst(long calls) {
        return new Rate(count, period, calls);
    }

    /** The time between two calls at this rate, rounded up to a nanosecond, so that the rate is never exceeded. */
    public Duration interval() {
        return Duration.ofNanos(spacing(count, period));
    }

    /** As people say it: {@code 60 per minute}. */
    public String words() {
        String unit = UNITS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(period))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        return count + " per "
                + switch (unit) {
                    case "s" -> "second";
                    case "min" -> "minute";
                    case "h" -> "hour";
                    case "day" -> "day";
                    default -> Waits.words(period);
                };
    }

    /** How long until a call passes, given the arrival time that is kept; zero or less if it passes now. */
    long waitNanos(long arrival, long now) {
        return arrival - now - (burst - 1) * step();
    }

    /** The arrival time to keep after one more call. */
    long after(long arrival, long now) {
        return Math.max(arrival, now) + step();
    }

    /** How many more calls would pass now. */
    long remaining(long arrival, long now) {
        return Math.max(0, (burst * step() - Math.max(0, arrival - now)) / step());
    }

    long step() {
        return spacing(count, period);
    }

    static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }

    private static long spacing(long count, Duration period) {
        return (period.toNanos() + count - 1) / count;
    }
}
