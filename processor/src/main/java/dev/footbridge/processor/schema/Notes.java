package dev.footbridge.processor.schema;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What a schema says to people and models: it comes right after the type, where it is read first. */
final class Notes {

    private static final String TYPE = "type";
    private static final String TITLE = "title";
    private static final String DESCRIPTION = "description";

    private Notes() {}

    /** The schema with a title and a description; where one is empty the schema's own stays. */
    static JsonObject on(JsonObject schema, String title, String description) {
        return JsonObject.builder()
                .putIfPresent(TYPE, schema.get(TYPE))
                .putIfPresent(TITLE, either(title, schema.get(TITLE)))
                .putIfPresent(DESCRIPTION, either(description, schema.get(DESCRIPTION)))
                .putAll(bare(schema).without(TYPE))
                .build();
    }

    /** Title and description alone. */
    static JsonObject of(JsonObject schema) {
        return JsonObject.builder()
                .putIfPresent(TITLE, schema.get(TITLE))
                .putIfPresent(DESCRIPTION, schema.get(DESCRIPTION))
                .build();
    }

    /** All but title and description. */
    static JsonObject bare(JsonObject schema) {
        return schema.without(TITLE).without(DESCRIPTION);
    }

    private static @Nullable Json either(String text, @Nullable Json own) {
        return text.isEmpty() ? own : Json.of(text);
    }
}
