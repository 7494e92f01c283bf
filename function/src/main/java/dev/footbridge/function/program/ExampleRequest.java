package dev.footbridge.function.program;

import dev.footbridge.feature.HeaderParams;
import dev.footbridge.feature.Tool;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A request of revision 2026-07-28 to begin with.
 *
 * @param headers as a client would send them
 * @param body one JSON-RPC request
 */
public record ExampleRequest(Map<String, String> headers, String body) {

    private static final String VERSION = "2026-07-28";
    private static final String META = "io.modelcontextprotocol/";

    public ExampleRequest {
        headers = Map.copyOf(headers);
    }

    /**
     * @param about a method such as {@code tools/list}, or a tool, which is called with something for each argument it
     *     needs
     */
    public static ExampleRequest of(String about, Map<String, Tool> tools) throws TrialFailure {
        Tool tool = tools.get(about);
        if (tool != null) {
            JsonObject arguments = arguments(tool);
            JsonObject params = JsonObject.builder()
                    .put("name", tool.name())
                    .put("arguments", arguments)
                    .build();
            Map<String, String> headers = headers("tools/call");
            headers.put("mcp-name", tool.name());
            mirror(tool, arguments, headers);
            return new ExampleRequest(headers, body("tools/call", params));
        }
        if (about.equals("tools/call") || !about.contains("/")) {
            throw TrialFailure.usage(
                    (about.equals("tools/call") ? "which tool? There is " : "there is no tool " + about + ". There is ")
                            + (tools.isEmpty() ? "none" : String.join(", ", tools.keySet()))
                            + "; a method is one such as tools/list");
        }
        return new ExampleRequest(headers(about), body(about, JsonObject.EMPTY));
    }

    /** The same with further headers. */
    public ExampleRequest with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new ExampleRequest(all, body);
    }

    private static Map<String, String> headers(String method) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("accept", "application/json, text/event-stream");
        headers.put("mcp-protocol-version", VERSION);
        headers.put("mcp-method", method);
        return headers;
    }

    private static String body(String method, JsonObject params) {
        JsonObject meta = JsonObject.builder()
                .put(META + "protocolVersion", VERSION)
                .put(
                        META + "clientInfo",
                        JsonObject.builder()
                                .put("name", "example")
                                .put("version", "1")
                                .build())
                .put(META + "clientCapabilities", JsonObject.EMPTY)
                .build();
        return JsonWriter.text(JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("id", 1)
                .put("method", method)
                .put("params", params.with("_meta", meta))
                .build());
    }

    /**
     * Something of the right kind for everything that is required. Whether it means anything is the author's to say.
     */
    private static JsonObject arguments(Tool tool) {
        JsonObject schema = tool.listing().input();
        JsonObject properties = schema.object("properties").orElse(JsonObject.EMPTY);
        JsonObject.Builder arguments = JsonObject.builder();
        for (Json required : schema.array("required").orElse(JsonArray.EMPTY).items()) {
            if (required instanceof JsonString name) {
                arguments.put(
                        name.value(), sample(properties.object(name.value()).orElse(JsonObject.EMPTY)));
            }
        }
        return arguments.build();
    }

    private static Json sample(JsonObject rules) {
        JsonArray values = rules.array("enum").or(() -> rules.array("examples")).orElse(JsonArray.EMPTY);
        if (!values.items().isEmpty()) {
            return values.items().get(0);
        }
        return switch (rules.string("type").orElse("")) {
            case "integer", "number" -> rules.get("minimum") instanceof JsonNumber least ? least : Json.of(1);
            case "boolean" -> Json.of(true);
            case "array" -> JsonArray.EMPTY;
            case "object" -> JsonObject.EMPTY;
            default -> Json.of("example");
        };
    }

    private static void mirror(Tool tool, JsonObject arguments, Map<String, String> headers) {
        for (HeaderParams.Param param : tool.headers().params()) {
            Json value = arguments;
            for (String name : param.path()) {
                value = value instanceof JsonObject object ? object.get(name) : null;
            }
            if (value != null) {
                headers.put(
                        param.header().toLowerCase(Locale.ROOT),
                        value instanceof JsonString text ? text.value() : JsonWriter.text(value));
            }
        }
    }
}
