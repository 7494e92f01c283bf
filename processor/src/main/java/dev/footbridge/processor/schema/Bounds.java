package dev.footbridge.processor.schema;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.processor.model.NumberRules;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** Keywords that say how much a value may be. */
final class Bounds {

    private static final double EXACT = 1L << 53;

    private Bounds() {}

    /** Sizes that say nothing, 0 and {@code Integer.MAX_VALUE}, are left out. */
    static void put(JsonObject.Builder schema, String minimum, int least, String maximum, int most) {
        if (least > 0) {
            schema.put(minimum, least);
        }
        if (most < Integer.MAX_VALUE) {
            schema.put(maximum, most);
        }
    }

    static void put(JsonObject.Builder schema, NumberRules rules) {
        put(schema, "minimum", rules.min());
        put(schema, "maximum", rules.max());
        put(schema, "exclusiveMinimum", rules.exclusiveMin());
        put(schema, "exclusiveMaximum", rules.exclusiveMax());
        if (!rules.multipleOf().isEmpty()) {
            schema.put("multipleOf", Json.of(new BigDecimal(rules.multipleOf())));
        }
    }

    /** The rules with the range of {@code float} where they leave it open. */
    static NumberRules inFloat(NumberRules rules) {
        double greatest = Float.MAX_VALUE;
        return new NumberRules(
                rules.exclusiveMin().isPresent()
                        ? rules.min()
                        : OptionalDouble.of(rules.min().orElse(-greatest)),
                rules.exclusiveMax().isPresent()
                        ? rules.max()
                        : OptionalDouble.of(rules.max().orElse(greatest)),
                rules.exclusiveMin(),
                rules.exclusiveMax(),
                rules.multipleOf());
    }

    private static void put(JsonObject.Builder schema, String keyword, OptionalDouble bound) {
        if (bound.isPresent()) {
            schema.put(keyword, number(bound.getAsDouble()));
        }
    }

    /** As people write it: without a fraction where it has none. */
    private static JsonNumber number(double bound) {
        boolean whole = bound == Math.rint(bound) && Math.abs(bound) < EXACT;
        return whole ? Json.of((long) bound) : new JsonNumber(Double.toString(bound));
    }
}
