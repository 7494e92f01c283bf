package dev.footbridge.local.command;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of a tool as a person reads it.
 *
 * @param whole whether pictures and other bytes are printed, in base64, and not only named
 */
record Printout(boolean whole) {

    private static final int KILO = 1000;

    String of(JsonObject result) {
        Json structured = result.get("structuredContent");
        StringBuilder text = new StringBuilder();
        for (Json block : result.array("content").orElse(JsonArray.EMPTY).items()) {
            text.append(readable(block, structured)).append(System.lineSeparator());
        }
        return text.toString();
    }

    /** Text as it is, unless it only repeats the structured value in one line; everything else as JSON. */
    private String readable(Json block, @Nullable Json structured) {
        if (!(block instanceof JsonObject object)) {
            return JsonWriter.pretty(block);
        }
        Optional<String> text = object.string("text");
        if (text.isPresent()) {
            if (structured != null && text.get().equals(JsonWriter.text(structured))) {
                return JsonWriter.pretty(structured);
            }
            return text.get();
        }
        return whole ? JsonWriter.pretty(block) : named(object).orElseGet(() -> JsonWriter.pretty(block));
    }

    /** What bytes there are, for blocks that hold some. */
    private static Optional<String> named(JsonObject block) {
        JsonObject resource = block.object("resource").orElse(JsonObject.EMPTY);
        JsonObject holder = resource.isEmpty() ? block : resource;
        String uri = resource.string("uri").map(name -> name + ", ").orElse("");
        return holder.string(resource.isEmpty() ? "data" : "blob")
                .map(base64 -> "(" + uri + holder.string("mimeType").orElse("bytes") + ", " + size(base64) + ")");
    }

    private static String size(String base64) {
        int padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
        long bytes = base64.length() / 4L * 3 - padding;
        return bytes < KILO ? bytes + " bytes" : (bytes + KILO / 2) / KILO + " kB";
    }
}
