package dev.footbridge.aws.dynamo;

import dev.footbridge.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/** Values as DynamoDB writes them in JSON. Stateless. */
final class Attribute {

    private Attribute() {}

    static JsonObject text(String text) {
        return JsonObject.of("S", text);
    }

    static JsonObject number(long number) {
        return JsonObject.of("N", Long.toString(number));
    }

    /** Seconds since 1970 with their fraction. */
    static JsonObject number(Instant instant) {
        BigDecimal seconds = BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9));
        return JsonObject.of("N", seconds.toPlainString());
    }

    /** Whole seconds since 1970, rounded up: DynamoDB must not delete what is alive. */
    static JsonObject seconds(Instant instant) {
        return number(instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0));
    }

    static Optional<String> text(JsonObject item, String name) {
        return item.object(name).flatMap(value -> value.string("S"));
    }

    static Optional<Long> number(JsonObject item, String name) {
        return decimal(item, name).map(BigDecimal::longValue);
    }

    static Optional<Instant> instant(JsonObject item, String name) {
        return decimal(item, name).map(Attribute::instant);
    }

    private static Instant instant(BigDecimal seconds) {
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        return Instant.ofEpochSecond(
                whole.longValue(), seconds.subtract(whole).movePointRight(9).longValue());
    }

    private static Optional<BigDecimal> decimal(JsonObject item, String name) {
        try {
            return item.object(name).flatMap(value -> value.string("N")).map(BigDecimal::new);
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }
}
