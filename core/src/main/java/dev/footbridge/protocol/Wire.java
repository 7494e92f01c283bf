package dev.footbridge.protocol;

import dev.footbridge.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Pieces that several wire types share. */
final class Wire {

    private Wire() {}

    static JsonObject.Builder located(String uri, @Nullable String mimeType) {
        return JsonObject.builder().put("uri", uri).putIfPresent("mimeType", mimeType);
    }

    static JsonObject withMeta(JsonObject.Builder json, JsonObject meta) {
        return json.putIfPresent("_meta", meta.isEmpty() ? null : meta).build();
    }
}
