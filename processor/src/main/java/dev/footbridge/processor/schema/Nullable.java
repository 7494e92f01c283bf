package dev.footbridge.processor.schema;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lets a schema accept null besides. */
final class Nullable {

    private static final JsonObject NULL = JsonObject.of("type", "null");

    private Nullable() {}

    static JsonObject of(JsonObject schema) {
        if (Stream.of("$ref", "oneOf", "anyOf", "allOf", "not").anyMatch(schema::has)) {
            return JsonObject.builder()
                    .putAll(Notes.of(schema))
                    .put("anyOf", JsonArray.of(Notes.bare(schema), NULL))
                    .build();
        }
        // the other keywords say nothing of null, and a schema without a type accepts it already
        return schema.get("type") instanceof JsonString type ? typed(schema, type) : schema;
    }

    private static JsonObject typed(JsonObject schema, JsonString type) {
        JsonObject both = schema.with("type", JsonArray.of(type, Json.of("null")));
        return schema.array("enum")
                .map(values -> both.with("enum", withNull(values)))
                .orElse(both);
    }

    private static JsonArray withNull(JsonArray values) {
        List<Json> all = new ArrayList<>(values.items());
        all.add(JsonNull.NULL);
        return new JsonArray(all);
    }
}
