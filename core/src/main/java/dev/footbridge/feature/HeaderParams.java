package dev.footbridge.feature;

import dev.footbridge.http.Headers;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonBoolean;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonString;
import dev.footbridge.protocol.MirroredHeader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a tool that clients repeat in {@code Mcp-Param-*} headers, so that gateways can route and decide
 * without reading bodies. Immutable.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">MCP
 *     2026-07-28, Streamable HTTP</a>
 */
public record HeaderParams(List<HeaderParams.Param> params) {

    public static final HeaderParams NONE = new HeaderParams(List.of());

    public HeaderParams {
        params = List.copyOf(params);
    }

    /**
     * One repeated argument.
     *
     * @param header the whole name of the header
     * @param path the names of the properties that lead to the argument
     * @param type its JSON type: string, integer or boolean
     */
    public record Param(String header, List<String> path, String type) {

        public Param {
            path = List.copyOf(path);
        }
    }

    /**
     * Finds every {@code x-mcp-header} of a tool's input schema.
     *
     * @throws IllegalArgumentException if one is where it must not be, or is not allowed; clients would drop the tool
     */
    static HeaderParams of(JsonObject inputSchema) {
        return new HeaderParams(HeaderParamFinder.find(inputSchema));
    }

    /**
     * What is wrong with the headers of a call, in one sentence for the client; empty if they agree with the arguments.
     * Headers that belong to no argument are ignored.
     */
    public Optional<String> problem(Headers headers, JsonObject arguments) {
        for (Param param : params) {
            Optional<String> problem = problem(param, headers.all(param.header()), valueAt(param.path(), arguments));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problem(Param param, List<String> sent, @Nullable Json value) {
        boolean absent = value == null || value == JsonNull.NULL;
        if (sent.size() > 1) {
            return Optional.of("The header " + param.header() + " was sent more than once.");
        }
        if (sent.isEmpty()) {
            return absent ? Optional.empty() : Optional.of("The header " + param.header() + " is missing.");
        }
        if (value == null || absent) {
            return Optional.of("The header " + param.header() + " was sent, but its argument has no value.");
        }
        Optional<String> text = MirroredHeader.decode(sent.get(0));
        if (text.isEmpty()) {
            return Optional.of("The header " + param.header() + " cannot be decoded.");
        }
        return agrees(text.get(), value)
                ? Optional.empty()
                : Optional.of("The header " + param.header() + " differs from its argument.");
    }

    private static @Nullable Json valueAt(List<String> path, JsonObject arguments) {
        Json value = arguments;
        for (String name : path) {
            value = value instanceof JsonObject object ? object.get(name) : null;
        }
        return value;
    }

    private static boolean agrees(String text, Json value) {
        if (value instanceof JsonString string) {
            return string.value().equals(text);
        }
        if (value instanceof JsonNumber number) {
            return sameAmount(text, number);
        }
        return value instanceof JsonBoolean flag && text.equals(flag.value() ? "true" : "false");
    }

    private static boolean sameAmount(String text, JsonNumber number) {
        try {
            return JsonReader.read(text) instanceof JsonNumber sent
                    && sent.decimal().compareTo(number.decimal()) == 0;
        } catch (JsonException notANumber) {
            return false;
        }
    }
}
