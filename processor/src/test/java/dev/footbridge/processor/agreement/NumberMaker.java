package dev.footbridge.processor.agreement;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes numbers at, near and far from the bounds of a schema, written in every way JSON has. */
final class NumberMaker {

    private static final MathContext LONG = new MathContext(40);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TINY = new BigDecimal("1e-25");
    private static final List<BigDecimal> LANDMARKS = List.of(
            BigDecimal.ZERO,
            BigDecimal.ONE,
            new BigDecimal("-128"),
            new BigDecimal("128"),
            new BigDecimal("9007199254740993"),
            new BigDecimal("9223372036854775807"),
            new BigDecimal("9223372036854775808"),
            new BigDecimal("-9223372036854775809"),
            new BigDecimal("123456789012345678901234567890"),
            new BigDecimal("0.1"),
            new BigDecimal("2.50"),
            new BigDecimal("1e300"),
            new BigDecimal("-1e300"),
            new BigDecimal("3.4028235e38"),
            new BigDecimal("3.5e38"),
            new BigDecimal("100e308"),
            new BigDecimal("-100e308"),
            new BigDecimal("1e-324"));

    private final Random random;

    NumberMaker(Random random) {
        this.random = random;
    }

    /** A number that keeps the rules more often than not, unless it is to be wild. */
    Json number(JsonObject schema, boolean wild) {
        BigDecimal value = wild ? wild(schema) : tame(schema);
        return written(value);
    }

    private BigDecimal wild(JsonObject schema) {
        List<BigDecimal> bounds = bounds(schema, List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"));
        if (bounds.isEmpty() || random.nextInt(3) == 0) {
            return LANDMARKS.get(random.nextInt(LANDMARKS.size()));
        }
        BigDecimal bound = bounds.get(random.nextInt(bounds.size()));
        // the validator cannot compare a fraction beyond 64 bits
        boolean isLarge = bound.precision() > 17;
        BigDecimal step =
                isLarge ? BigDecimal.ONE : List.of(TINY, HALF, BigDecimal.ONE).get(random.nextInt(3));
        return random.nextBoolean() ? bound.add(step) : bound.subtract(step);
    }

    private BigDecimal tame(JsonObject schema) {
        List<BigDecimal> bounds = bounds(schema, List.of("minimum", "maximum"));
        if (!bounds.isEmpty() && random.nextInt(3) == 0) {
            return stepped(bounds.get(random.nextInt(bounds.size())), schema);
        }
        BigDecimal low = decimal(schema, "minimum", decimal(schema, "exclusiveMinimum", new BigDecimal(-50)));
        BigDecimal high = decimal(schema, "maximum", decimal(schema, "exclusiveMaximum", low.add(new BigDecimal(100))));
        BigDecimal between = low.add(high.subtract(low)
                .multiply(new BigDecimal(1 + random.nextInt(99)))
                .movePointLeft(2));
        return stepped(between, schema);
    }

    private static BigDecimal stepped(BigDecimal value, JsonObject schema) {
        boolean whole = Schemas.hasType(schema, "integer");
        BigDecimal step = decimal(schema, "multipleOf", whole ? BigDecimal.ONE : BigDecimal.ZERO);
        if (step.signum() == 0) {
            return value;
        }
        BigDecimal multiple = value.subtract(value.remainder(step));
        return multiple.compareTo(decimal(schema, "minimum", multiple)) < 0 ? multiple.add(step) : multiple;
    }

    private static List<BigDecimal> bounds(JsonObject schema, List<String> keywords) {
        List<BigDecimal> bounds = new ArrayList<>();
        for (String keyword : keywords) {
            if (schema.get(keyword) instanceof JsonNumber bound) {
                bounds.add(bound.decimal());
            }
        }
        return bounds;
    }

    private static BigDecimal decimal(JsonObject schema, String keyword, BigDecimal fallback) {
        return schema.get(keyword) instanceof JsonNumber number ? number.decimal() : fallback;
    }

    /** 1, 1.0, 1e0, 10e-1: the same amount. */
    Json written(BigDecimal value) {
        BigDecimal number = value.round(LONG);
        boolean isShort = Math.abs(number.scale()) < LONG.getPrecision();
        BigInteger digits = number.unscaledValue();
        return new JsonNumber(
                switch (isShort ? random.nextInt(5) : 1) {
                    case 0 -> number.setScale(Math.max(1, number.scale())).toPlainString();
                    case 1 -> digits + "e" + -number.scale();
                    case 2 -> digits.signum() == 0 ? "-0.0" : digits + "0E" + (-number.scale() - 1);
                    case 3 -> number.toPlainString();
                    default -> number.toString();
                });
    }
}
