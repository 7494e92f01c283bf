package dev.footbridge.processor.schema;

import dev.footbridge.argument.TextFormat;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.processor.model.FormattedType;
import dev.footbridge.processor.model.NumberRules;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.TextRules;

/** Schemas of values that have no values of other types in them. */
final class Values {

    private Values() {}

    static JsonObject schema(Shape shape, Side side) {
        if (shape instanceof Shape.Text text) {
            return text(text.rules(), side);
        }
        if (shape instanceof Shape.Formatted formatted) {
            return side.constrains() ? read(formatted.type()) : written(formatted.type());
        }
        if (shape instanceof Shape.Choice choice) {
            return choice(choice);
        }
        if (shape instanceof Shape.Bytes bytes) {
            return Base64Text.schema(bytes, side);
        }
        if (shape instanceof Shape.Flag) {
            return JsonObject.of("type", "boolean");
        }
        return shape instanceof Shape.Free free ? free(free) : number(shape, side);
    }

    private static JsonObject number(Shape shape, Side side) {
        if (shape instanceof Shape.Whole whole) {
            return whole(whole, side);
        }
        if (shape instanceof Shape.BigWhole big) {
            return number("integer", big.rules(), side);
        }
        if (shape instanceof Shape.Real real) {
            boolean narrow = real.javaType().equals("float") || real.javaType().equals("java.lang.Float");
            return number("number", narrow ? Bounds.inFloat(real.rules()) : real.rules(), side);
        }
        throw new IllegalArgumentException("a shape without a schema: " + shape);
    }

    private static JsonObject text(TextRules rules, Side side) {
        JsonObject.Builder schema = JsonObject.builder().put("type", "string");
        if (side.constrains()) {
            Bounds.put(schema, "minLength", rules.least(), "maxLength", rules.most());
            if (!rules.pattern().isEmpty()) {
                schema.put("pattern", Anchors.around(rules.pattern()));
            }
            if (!rules.format().isEmpty()) {
                schema.put("format", TextFormat.valueOf(rules.format()).keyword());
            }
            if (!rules.allowed().isEmpty()) {
                schema.put("enum", JsonArray.ofStrings(rules.allowed()));
            }
        }
        return schema.build();
    }

    private static JsonObject read(FormattedType type) {
        JsonObject text = JsonObject.of("type", "string");
        return type.keyword().isEmpty() ? text : text.with(type.keyword(), Json.of(type.keywordValue()));
    }

    /** Only what holds of every value of the type. */
    private static JsonObject written(FormattedType type) {
        JsonObject text = JsonObject.of("type", "string");
        return switch (type) {
            case UUID, DATE, OFFSET_DATE_TIME, ZONED_DATE_TIME, INSTANT -> read(type);
            // a java.net.URI may be relative
            case URI -> text.with("format", Json.of("uri-reference"));
            case DURATION, PERIOD, LOCAL_DATE_TIME, LOCAL_TIME, YEAR_MONTH, ZONE -> text;
        };
    }

    private static JsonObject whole(Shape.Whole whole, Side side) {
        JsonObject.Builder schema = JsonObject.builder().put("type", "integer");
        if (side.constrains()) {
            schema.put("minimum", whole.least()).put("maximum", whole.greatest());
            whole.multipleOf().ifPresent(divisor -> schema.put("multipleOf", divisor));
        }
        return schema.build();
    }

    private static JsonObject number(String type, NumberRules rules, Side side) {
        JsonObject.Builder schema = JsonObject.builder().put("type", type);
        if (side.constrains()) {
            Bounds.put(schema, rules);
        }
        return schema.build();
    }

    private static JsonObject choice(Shape.Choice choice) {
        JsonObject.Builder schema = JsonObject.builder().put("type", "string");
        boolean titled = choice.constants().stream()
                .anyMatch(constant -> !constant.title().isEmpty());
        if (titled) {
            return schema.put(
                            "oneOf",
                            new JsonArray(choice.constants().stream()
                                    .map(Values::titled)
                                    .toList()))
                    .build();
        }
        return schema.put(
                        "enum",
                        JsonArray.ofStrings(choice.constants().stream()
                                .map(Shape.Choice.Constant::wireName)
                                .toList()))
                .build();
    }

    private static Json titled(Shape.Choice.Constant constant) {
        return JsonObject.builder()
                .put("const", constant.wireName())
                .putIfPresent("title", constant.title().isEmpty() ? null : constant.title())
                .build();
    }

    private static JsonObject free(Shape.Free free) {
        return free.isObject() ? JsonObject.of("type", "object") : JsonObject.EMPTY;
    }
}
