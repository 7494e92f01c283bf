package dev.footbridge.aws;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;

/** A request of revision 2026-07-28 in an event that has the members of every front door. Immutable. */
record PrimingEvent(String method, JsonObject params) {

    static final String TOOL = "prime";

    private static final JsonObject META = JsonObject.builder()
            .put("io.modelcontextprotocol/protocolVersion", "2026-07-28")
            .put(
                    "io.modelcontextprotocol/clientCapabilities",
                    JsonObject.of("elicitation", JsonObject.of("form", JsonObject.EMPTY)))
            .build();

    static PrimingEvent list() {
        return new PrimingEvent("tools/list", JsonObject.EMPTY);
    }

    static PrimingEvent call(JsonObject more) {
        return new PrimingEvent(
                "tools/call",
                JsonObject.builder()
                        .put("name", TOOL)
                        .put("arguments", JsonObject.of("word", "word"))
                        .putAll(more)
                        .build());
    }

    /** The call again, with what its question is answered. */
    static PrimingEvent answer(String requestState) {
        JsonObject accepted = JsonObject.builder()
                .put("action", "accept")
                .put("content", JsonObject.of("name", "prime"))
                .build();
        return call(JsonObject.builder()
                .put("requestState", requestState)
                .put("inputResponses", JsonObject.of("who", accepted))
                .build());
    }

    byte[] bytes() {
        JsonObject iam = JsonObject.builder()
                .put("accountId", "0")
                .put("userId", "prime:prime")
                .put("userArn", "arn:aws:sts::0:assumed-role/prime/prime")
                .build();
        JsonObject context = JsonObject.builder()
                .put("http", JsonObject.of("method", "POST"))
                .put("identity", JsonObject.of("sourceIp", "127.0.0.1"))
                .put("authorizer", JsonObject.of("iam", iam))
                .build();
        return JsonWriter.bytes(JsonObject.builder()
                .put("version", "2.0")
                .put("rawPath", "/mcp")
                .put("httpMethod", "POST")
                .put("path", "/mcp")
                .put("headers", headers())
                .put("requestContext", context)
                .put("body", body())
                .build());
    }

    private JsonObject headers() {
        JsonObject.Builder headers = JsonObject.builder()
                .put("host", "prime")
                .put("content-type", "application/json")
                .put("accept", "application/json, text/event-stream")
                .put("mcp-protocol-version", "2026-07-28")
                .put("mcp-method", method);
        if (method.equals("tools/call")) {
            headers.put("mcp-name", TOOL);
        }
        return headers.build();
    }

    private String body() {
        return JsonWriter.text(JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("id", Json.of(0))
                .put("method", method)
                .put("params", params.with("_meta", META))
                .build());
    }
}
