package dev.footbridge.function;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request of revision 2026-07-28 as a client would send it. Immutable. */
public record PrimingRequest(String method, JsonObject params) {

    static final String TOOL = "prime";

    private static final JsonObject META = JsonObject.builder()
            .put("io.modelcontextprotocol/protocolVersion", "2026-07-28")
            .put(
                    "io.modelcontextprotocol/clientCapabilities",
                    JsonObject.of("elicitation", JsonObject.of("form", JsonObject.EMPTY)))
            .build();

    static PrimingRequest list() {
        return new PrimingRequest("tools/list", JsonObject.EMPTY);
    }

    static PrimingRequest call(JsonObject more) {
        return new PrimingRequest(
                "tools/call",
                JsonObject.builder()
                        .put("name", TOOL)
                        .put("arguments", JsonObject.of("word", "word"))
                        .putAll(more)
                        .build());
    }

    /** The call again, with what its question is answered. */
    static PrimingRequest answer(String requestState) {
        JsonObject accepted = JsonObject.builder()
                .put("action", "accept")
                .put("content", JsonObject.of("name", "prime"))
                .build();
        return call(JsonObject.builder()
                .put("requestState", requestState)
                .put("inputResponses", JsonObject.of("who", accepted))
                .build());
    }

    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("host", "prime");
        headers.put("content-type", "application/json");
        headers.put("accept", "application/json, text/event-stream");
        headers.put("mcp-protocol-version", "2026-07-28");
        headers.put("mcp-method", method);
        if (method.equals("tools/call")) {
            headers.put("mcp-name", TOOL);
        }
        return headers;
    }

    public String body() {
        return JsonWriter.text(JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("id", Json.of(0))
                .put("method", method)
                .put("params", params.with("_meta", META))
                .build());
    }
}
