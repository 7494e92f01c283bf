package dev.footbridge.testkit.author;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonBoolean;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.testkit.Envelope;
import dev.footbridge.testkit.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code Mcp-Param-*} headers of a call, read from the tools as they were listed, because that is all a client has.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 *     HTTP</a>
 */
final class MirroredArguments {

    private MirroredArguments() {}

    /** @param listed the result of {@code tools/list} */
    static Map<String, String> headers(JsonObject listed, String tool, JsonObject arguments) {
        Map<String, String> headers = new LinkedHashMap<>();
        schema(listed, tool).ifPresent(schema -> collect(schema, arguments, headers));
        return headers;
    }

    private static Optional<JsonObject> schema(JsonObject listed, String tool) {
        for (Json entry : listed.array("tools").orElse(JsonArray.EMPTY).items()) {
            if (entry instanceof JsonObject object
                    && object.string("name").filter(tool::equals).isPresent()) {
                return object.object("inputSchema");
            }
        }
        return Optional.empty();
    }

    private static void collect(JsonObject schema, JsonObject values, Map<String, String> headers) {
        JsonObject properties = schema.object("properties").orElse(JsonObject.EMPTY);
        properties.members().forEach((name, property) -> {
            Json value = values.get(name);
            if (property instanceof JsonObject described && value != null) {
                described
                        .string("x-mcp-header")
                        .ifPresent(header -> text(value).ifPresent(text -> headers.put("mcp-param-" + header, text)));
                if (value instanceof JsonObject inner) {
                    collect(described, inner, headers);
                }
            }
        });
    }

    /** Only texts, numbers and flags have one. */
    private static Optional<String> text(Json value) {
        if (value instanceof JsonString text) {
            return Optional.of(Envelope.mirrored(text.value()));
        }
        boolean plain = value instanceof JsonNumber || value instanceof JsonBoolean;
        return plain ? Optional.of(JsonText.text(value)) : Optional.empty();
    }
}
