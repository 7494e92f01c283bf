package dev.footbridge.json;

import java.util.ArrayList;
import java.util.List;

/** A JSON array. */
public record JsonArray(List<Json> items) implements Json {

    public static final JsonArray EMPTY = new JsonArray(List.of());

    public JsonArray {
        items = List.copyOf(items);
    }

    public static JsonArray of(Json... items) {
        return new JsonArray(List.of(items));
    }

    public static JsonArray ofStrings(Iterable<String> texts) {
        List<Json> items = new ArrayList<>();
        texts.forEach(text -> items.add(Json.of(text)));
        return new JsonArray(items);
    }
}
