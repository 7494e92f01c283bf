package dev.footbridge.compiled;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Writes values of a result as JSON. What a result must have and has not, or what JSON cannot say, is the author's
 * mistake: an {@link IllegalStateException} that names the place for the log.
 */
public final class Out {

    private static final int SECONDS_OF_A_MINUTE = 60;

    private Out() {}

    /** The value, which has to be there. */
    public static <T> T present(@Nullable T value, String place) {
        if (value == null) {
            throw new IllegalStateException(place + " is null; where that may be, make it Optional or @Nullable");
        }
        return value;
    }

    public static Json text(@Nullable String value, String place) {
        return Json.of(present(value, place));
    }

    public static Json whole(long value) {
        return Json.of(value);
    }

    public static Json number(double value, String place) {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException(place + " is " + value + ", which JSON cannot say");
        }
        return new JsonNumber(plain(Double.toString(value)));
    }

    /** As short as the number is in 32 bits. */
    public static Json number(float value, String place) {
        if (!Float.isFinite(value)) {
            throw new IllegalStateException(place + " is " + value + ", which JSON cannot say");
        }
        return new JsonNumber(plain(Float.toString(value)));
    }

    public static Json decimal(@Nullable BigDecimal value, String place) {
        return Json.of(present(value, place));
    }

    public static Json whole(@Nullable BigInteger value, String place) {
        return new JsonNumber(present(value, place).toString());
    }

    public static Json bytes(byte @Nullable [] value, String place) {
        return Json.of(Base64.getEncoder().encodeToString(present(value, place)));
    }

    /** Anything whose text is its form on the wire, such as a UUID, a URI or a duration. */
    public static Json asText(@Nullable Object value, String place) {
        return Json.of(present(value, place).toString());
    }

    public static Json date(@Nullable LocalDate value, String place) {
        LocalDate date = present(value, place);
        return Json.of(fourDigits(date.getYear(), date.toString(), place));
    }

    /** With its own offset, or that of UTC where RFC 3339 cannot say it: local mean times have seconds. */
    public static Json moment(@Nullable OffsetDateTime value, String place) {
        OffsetDateTime given = present(value, place);
        boolean hasSeconds = given.getOffset().getTotalSeconds() % SECONDS_OF_A_MINUTE != 0;
        OffsetDateTime moment = hasSeconds ? given.withOffsetSameInstant(ZoneOffset.UTC) : given;
        return Json.of(fourDigits(moment.getYear(), DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment), place));
    }

    public static Json instant(@Nullable Instant value, String place) {
        return moment(present(value, place).atOffset(ZoneOffset.UTC), place);
    }

    public static Json zoned(@Nullable ZonedDateTime value, String place) {
        return moment(present(value, place).toOffsetDateTime(), place);
    }

    public static Json dateTime(@Nullable LocalDateTime value, String place) {
        LocalDateTime moment = present(value, place);
        return Json.of(fourDigits(moment.getYear(), DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment), place));
    }

    public static Json time(@Nullable LocalTime value, String place) {
        return Json.of(DateTimeFormatter.ISO_LOCAL_TIME.format(present(value, place)));
    }

    public static Json duration(@Nullable Duration value, String place) {
        Duration duration = present(value, place);
        if (duration.isNegative()) {
            throw new IllegalStateException(place + " is a negative duration, which RFC 3339 cannot say");
        }
        return Json.of(duration.toString());
    }

    /** RFC 3339 has years of four digits only. */
    private static String fourDigits(int year, String text, String place) {
        if (year < 0 || year > 9999) {
            throw new IllegalStateException(place + " is in the year " + year + ", which RFC 3339 cannot say");
        }
        return text;
    }

    /** A whole number as people write it: 3 and not 3.0. */
    private static String plain(String text) {
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
