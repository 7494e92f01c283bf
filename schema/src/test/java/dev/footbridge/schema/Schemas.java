package dev.footbridge.schema;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonReader;
import java.util.List;

/** Schemas and values in single quotes, for tests. */
final class Schemas {

    private Schemas() {}

    static RawSchema schema(String text) {
        return RawSchema.of(text.replace('\'', '"'));
    }

    static Json json(String text) {
        try {
            return JsonReader.read(text.replace('\'', '"'));
        } catch (JsonException wrong) {
            throw new AssertionError(wrong);
        }
    }

    static List<String> problems(String schema, String value) {
        return schema(schema).check(json(value)).stream().map(Object::toString).toList();
    }
}
