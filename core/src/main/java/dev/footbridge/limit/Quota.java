package dev.footbridge.limit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much may be spent in one day or month of UTC; it starts anew at midnight. A call spends its cost. Immutable.
 *
 * @param limit positive, or the constructor throws {@link IllegalArgumentException}
 */
public record Quota(long limit, Period period) {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,14})/(day|month)");

    public Quota {
        if (limit < 1) {
            throw new IllegalArgumentException("A quota is positive.");
        }
    }

    /**
     * Reads {@code 1000/day} or {@code 20000/month}.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Quota parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("A quota is written like 1000/day or 20000/month.");
        }
        return new Quota(
                Long.parseLong(form.group(1)), Period.valueOf(form.group(2).toUpperCase(Locale.ROOT)));
    }

    /** The stretch of time that a quota counts in. */
    public enum Period {
        DAY,
        MONTH;

        /** The first day of the period that an instant lies in; later periods have later days. */
        public LocalDate of(Instant now) {
            LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
            return this == DAY ? day : day.withDayOfMonth(1);
        }

        /** When the period that begins on {@code first} is over. */
        public Instant end(LocalDate first) {
            LocalDate next = this == DAY ? first.plusDays(1) : first.plusMonths(1);
            return next.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }
}
