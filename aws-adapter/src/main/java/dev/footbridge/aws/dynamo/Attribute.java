package dev.footbridge.aws.dynamo;

import dev.footbridge.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Values as DynamoDB writes them in JSON. Numbers in plain digits, as nearly all are, are read and written without
 * {@link BigDecimal}: initialising it works out powers of five, which took 20 ms of CPU of a start on JDK 25.
 * Stateless.
 */
final class Attribute {

    private static final long NANOS = 1_000_000_000L;
    private static final int NANO_DIGITS = 9;
    private static final int SECOND_DIGITS = 12;

    private Attribute() {}

    static JsonObject text(String text) {
        return JsonObject.of("S", text);
    }

    static JsonObject number(long number) {
        return JsonObject.of("N", Long.toString(number));
    }

    /** Seconds since 1970 with their fraction. */
    static JsonObject number(Instant instant) {
        if (instant.getEpochSecond() < 0) {
            throw new IllegalArgumentException("nothing is kept from before 1970");
        }
        String fraction = Long.toString(NANOS + instant.getNano()).substring(1);
        return JsonObject.of("N", instant.getEpochSecond() + "." + fraction);
    }

    /** Whole seconds since 1970, rounded up: DynamoDB must not delete what is alive. */
    static JsonObject seconds(Instant instant) {
        return number(instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0));
    }

    static Optional<String> text(JsonObject item, String name) {
        return item.object(name).flatMap(value -> value.string("S"));
    }

    static Optional<Instant> instant(JsonObject item, String name) {
        try {
            return item.object(name).flatMap(value -> value.string("N")).map(Attribute::instant);
        } catch (ArithmeticException | NumberFormatException | DateTimeException foreign) {
            return Optional.empty();
        }
    }

    private static Instant instant(String seconds) {
        int point = seconds.indexOf('.');
        String whole = point < 0 ? seconds : seconds.substring(0, point);
        String fraction = point < 0 ? "0" : seconds.substring(point + 1);
        if (!isPlain(whole, SECOND_DIGITS) || !isPlain(fraction, NANO_DIGITS)) {
            return written(new BigDecimal(seconds));
        }
        String nanos = fraction + "0".repeat(NANO_DIGITS - fraction.length());
        return Instant.ofEpochSecond(Long.parseLong(whole), Long.parseLong(nanos));
    }

    private static boolean isPlain(String digits, int most) {
        return !digits.isEmpty() && digits.length() <= most && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Instant written(BigDecimal seconds) {
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        return Instant.ofEpochSecond(
                whole.longValueExact(),
                seconds.subtract(whole).movePointRight(9).longValue());
    }
}
