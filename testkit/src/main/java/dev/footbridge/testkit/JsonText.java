package dev.footbridge.testkit;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;

/** JSON that a test writes as text. Stateless. */
public final class JsonText {

    private JsonText() {}

    /** @throws IllegalArgumentException if the text is not one JSON value */
    public static Json json(String text) {
        try {
            return JsonReader.read(text);
        } catch (JsonException broken) {
            throw new IllegalArgumentException("this is not JSON (" + broken.getMessage() + "): " + text, broken);
        }
    }

    /** @throws IllegalArgumentException if the text is not one JSON object */
    public static JsonObject object(String text) {
        if (json(text) instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException("this is not a JSON object: " + text);
    }

    public static String text(Json json) {
        return JsonWriter.text(json);
    }
}
