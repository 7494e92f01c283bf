package dev.footbridge.processor.agreement;

import dev.footbridge.compiled.TimeForm;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;

/**
 * A document as the reader takes it where that differs from what its schema says: a null that counts as left out is
 * left out, and a number that becomes a {@code double} is that double.
 */
record Normal(Schemas schemas) {

    Json of(Json value, JsonObject schema, String name) {
        JsonObject rules = schemas.choose(schema, value);
        if (value instanceof JsonObject object) {
            return object(object, rules);
        }
        if (value instanceof JsonArray array && rules.object("items").isPresent()) {
            JsonObject items = rules.object("items").orElseThrow();
            return new JsonArray(
                    array.items().stream().map(item -> of(item, items, name)).toList());
        }
        if (value instanceof JsonString text && isNoDay(text.value(), rules)) {
            return Json.of("no such day");
        }
        boolean isDouble = Schemas.hasType(rules, "number") && !name.startsWith("exact") && !rules.has("multipleOf");
        return value instanceof JsonNumber number && isDouble ? asDouble(number) : value;
    }

    private Json object(JsonObject object, JsonObject rules) {
        JsonObject properties = rules.object("properties").orElse(JsonObject.EMPTY);
        JsonObject.Builder kept = JsonObject.builder();
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            String name = member.getKey();
            boolean isNamed = properties.has(name);
            Json schema = isNamed ? properties.get(name) : rules.get("additionalProperties");
            if (!(schema instanceof JsonObject known)) {
                kept.put(name, member.getValue());
            } else if (!isNamed || !isLeftOut(member, known, rules)) {
                kept.put(name, of(member.getValue(), known, name));
            }
        }
        return kept.build();
    }

    private boolean isLeftOut(Map.Entry<String, Json> member, JsonObject schema, JsonObject rules) {
        return member.getValue() == JsonNull.NULL
                && !Schemas.requires(rules, member.getKey())
                && !schemas.allowsNull(schema);
    }

    /** A 30th of February. */
    private static boolean isNoDay(String text, JsonObject rules) {
        String form = TimeForm.DATE_TIME.pattern();
        if (!rules.string("pattern").filter(form::equals).isPresent() || !text.matches(form)) {
            return false;
        }
        int day = Integer.parseInt(text.substring(8, 10));
        return day > YearMonth.parse(text.substring(0, 7)).lengthOfMonth();
    }

    private static Json asDouble(JsonNumber number) {
        double value = Double.parseDouble(number.text());
        return Double.isInfinite(value) ? Json.of("beyond a double") : Json.of(BigDecimal.valueOf(value));
    }
}
