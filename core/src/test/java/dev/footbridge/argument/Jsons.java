package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.util.List;

/** JSON in single quotes, for tests. */
final class Jsons {

    private Jsons() {}

    static Json json(String text) {
        try {
            return JsonReader.read(text.replace('\'', '"'));
        } catch (JsonException wrong) {
            throw new AssertionError(wrong);
        }
    }

    static JsonObject object(String text) {
        return (JsonObject) json(text);
    }

    static List<String> problems(Field<?> field, String value) {
        return field.check(json(value)).stream().map(Problem::toString).toList();
    }

    static List<String> problems(Schema schema, String value) {
        return schema.check(json(value)).stream().map(Problem::toString).toList();
    }
}
