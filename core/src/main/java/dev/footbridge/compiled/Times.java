package dev.footbridge.compiled;

import dev.footbridge.argument.FullDate;
import dev.footbridge.argument.TextFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code java.time} from text: dates and moments in the forms of RFC 3339, the others in those of
 * {@link TimeForm}. Null where there is no value, or none that is acceptable.
 */
public final class Times {

    private Times() {}

    public static @Nullable LocalDate date(Slot slot) {
        String text = slot.textOr(TextFormat.DATE.expectation());
        LocalDate date = text == null ? null : FullDate.parse(text);
        if (text != null && date == null) {
            slot.report(TextFormat.DATE.expectation());
        }
        return date;
    }

    public static @Nullable OffsetDateTime moment(Slot slot) {
        String text = formatted(slot, TextFormat.DATE_TIME);
        return text == null ? null : OffsetDateTime.parse(text.toUpperCase(Locale.ROOT));
    }

    public static @Nullable ZonedDateTime zoned(Slot slot) {
        OffsetDateTime moment = moment(slot);
        return moment == null ? null : moment.toZonedDateTime();
    }

    public static @Nullable Instant instant(Slot slot) {
        OffsetDateTime moment = moment(slot);
        return moment == null ? null : moment.toInstant();
    }

    /** A day and a time of day with no offset, such as {@code 2026-07-28T10:00:00}. */
    public static @Nullable LocalDateTime dateTime(Slot slot) {
        String expected = "must be a date and time without an offset, such as 2026-07-28T10:00:00";
        return parsed(slot, expected, text -> LocalDateTime.parse(TimeForm.DATE_TIME.checked(text)));
    }

    /** A time of day with no offset, such as {@code 10:00:00}. */
    public static @Nullable LocalTime time(Slot slot) {
        String expected = "must be a time of day such as 10:00:00";
        return parsed(slot, expected, text -> LocalTime.parse(TimeForm.TIME.checked(text)));
    }

    /** Days, hours, minutes and seconds, such as {@code P1DT2H} or {@code PT30S}. */
    public static @Nullable Duration duration(Slot slot) {
        String expected = "must be a duration such as PT30S or P1DT2H";
        return parsed(slot, expected, text -> Duration.parse(TimeForm.DURATION.checked(text)));
    }

    /** Years, months, weeks and days, such as {@code P1Y2M} or {@code P2W}. */
    public static @Nullable Period period(Slot slot) {
        String expected = "must be a period such as P1Y2M or P10D";
        return parsed(slot, expected, text -> Period.parse(TimeForm.PERIOD.checked(text)));
    }

    public static @Nullable YearMonth month(Slot slot) {
        String expected = "must be a month such as 2026-07";
        return parsed(slot, expected, text -> YearMonth.parse(TimeForm.MONTH.checked(text)));
    }

    public static @Nullable ZoneId zone(Slot slot) {
        return parsed(slot, "must be a time zone such as Europe/Berlin or +02:00", ZoneId::of);
    }

    private static @Nullable String formatted(Slot slot, TextFormat format) {
        String text = slot.textOr(format.expectation());
        if (text == null || format.fits(text)) {
            return text;
        }
        slot.report(format.expectation());
        return null;
    }

    private static <T> @Nullable T parsed(Slot slot, String expected, Reader<T> reader) {
        String text = slot.textOr(expected);
        if (text == null) {
            return null;
        }
        try {
            return reader.read(text);
        } catch (DateTimeException notOne) {
            slot.report(expected);
            return null;
        }
    }

    private interface Reader<T> {
        T read(String text);
    }
}
