package dev.footbridge.testkit.author;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;

/** Arguments as a test writes them: names and values in turn. */
final class Arguments {

    private Arguments() {}

    /** @throws IllegalArgumentException if a name is no text, a value is missing, or one is of a type JSON has not */
    static JsonObject of(Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("the name " + namesAndValues[namesAndValues.length - 1]
                    + " has no value: names and values take turns");
        }
        JsonObject.Builder object = JsonObject.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!(namesAndValues[i] instanceof String name)) {
                throw new IllegalArgumentException(namesAndValues[i] + " stands where a name should");
            }
            object.put(name, json(namesAndValues[i + 1]));
        }
        return object.build();
    }

    private static Json json(Object value) {
        if (value instanceof Json json) {
            return json;
        }
        if (value instanceof String text) {
            return Json.of(text);
        }
        if (value instanceof Boolean flag) {
            return Json.of(flag);
        }
        if (value instanceof List<?> list) {
            return new JsonArray(list.stream().map(Arguments::json).toList());
        }
        if (value instanceof Number number) {
            return Json.of(new BigDecimal(number.toString()));
        }
        throw new IllegalArgumentException("a value of " + value.getClass()
                + " has no JSON form here: give text, a number, a flag, a list or Json");
    }
}
