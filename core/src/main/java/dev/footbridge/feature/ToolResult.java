package dev.footbridge.feature;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tool gives back.
 *
 * @param content blocks for the model; may be empty
 * @param structured any JSON value for programs, null if there is none ({@code JsonNull} is a value)
 * @param failed true if the tool could not do what it was asked, and {@code content} says why
 * @param meta members for {@code _meta}, keys with a reverse-DNS prefix
 */
public record ToolResult(List<Content> content, @Nullable Json structured, boolean failed, JsonObject meta) {

    public ToolResult {
        content = List.copyOf(content);
    }

    public static ToolResult text(String text) {
        return of(Content.text(text));
    }

    public static ToolResult of(Content... content) {
        return new ToolResult(List.of(content), null, false, JsonObject.EMPTY);
    }

    /** A value for programs, and the same as text for models and for clients that do not read structured content. */
    public static ToolResult structured(Json value) {
        return new ToolResult(List.of(Content.text(JsonWriter.text(value))), value, false, JsonObject.EMPTY);
    }

    /** A value for programs with a text of its own for models. */
    public static ToolResult structured(Json value, String text) {
        return new ToolResult(List.of(Content.text(text)), value, false, JsonObject.EMPTY);
    }

    public static ToolResult failure(String text) {
        return new ToolResult(List.of(Content.text(text)), null, true, JsonObject.EMPTY);
    }
}
