package dev.footbridge.protocol;

import dev.footbridge.http.Bytes;
import dev.footbridge.json.JsonObject;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a resource holds: text, or bytes that travel as base64. */
public sealed interface ResourceContents {

    String uri();

    JsonObject toJson();

    static ResourceContents text(String uri, @Nullable String mimeType, String text) {
        return new Text(uri, mimeType, text, JsonObject.EMPTY);
    }

    static ResourceContents blob(String uri, @Nullable String mimeType, Bytes bytes) {
        return new Blob(uri, mimeType, bytes, JsonObject.EMPTY);
    }

    /** Text contents. */
    record Text(String uri, @Nullable String mimeType, String text, JsonObject meta) implements ResourceContents {
        @Override
        public JsonObject toJson() {
            return Wire.withMeta(Wire.located(uri, mimeType).put("text", text), meta);
        }
    }

    /** Binary contents. */
    record Blob(String uri, @Nullable String mimeType, Bytes bytes, JsonObject meta) implements ResourceContents {
        @Override
        public JsonObject toJson() {
            String base64 = Base64.getEncoder().encodeToString(bytes.array());
            return Wire.withMeta(Wire.located(uri, mimeType).put("blob", base64), meta);
        }
    }
}
