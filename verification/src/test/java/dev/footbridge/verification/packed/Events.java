package dev.footbridge.verification.packed;

import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.testkit.lambda.Answered;
import dev.footbridge.testkit.lambda.RuntimeEmulator;
import java.time.Duration;

/** Events of a function URL that checked an identity, with requests of revision 2026-07-28. */
final class Events {

    private Events() {}

    static Answered list(RuntimeEmulator runtime) {
        return send(runtime, request("tools/list", "", JsonObject.EMPTY));
    }

    static Answered call(RuntimeEmulator runtime, String tool, JsonObject arguments) {
        return send(runtime, call(tool, arguments));
    }

    static byte[] call(String tool, JsonObject arguments) {
        return request(
                "tools/call",
                tool,
                JsonObject.builder()
                        .put("name", tool)
                        .put("arguments", arguments)
                        .build());
    }

    static Answered send(RuntimeEmulator runtime, byte[] event) {
        return runtime.submit(event, Duration.ofSeconds(30));
    }

    private static byte[] request(String method, String name, JsonObject params) {
        JsonObject meta = JsonObject.builder()
                .put("io.modelcontextprotocol/protocolVersion", "2026-07-28")
                .put("io.modelcontextprotocol/clientCapabilities", JsonObject.EMPTY)
                .put("progressToken", "p")
                .build();
        JsonObject body = JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("id", 1)
                .put("method", method)
                .put("params", params.with("_meta", meta))
                .build();
        JsonObject.Builder headers = JsonObject.builder()
                .put("host", "abc.lambda-url.eu-central-1.on.aws")
                .put("content-type", "application/json")
                .put("accept", "application/json, text/event-stream")
                .put("mcp-protocol-version", "2026-07-28")
                .put("mcp-method", method);
        if (!name.isEmpty()) {
            headers.put("mcp-name", name);
        }
        return event(headers.build(), JsonWriter.text(body));
    }

    private static byte[] event(JsonObject headers, String body) {
        JsonObject iam = JsonObject.builder()
                .put("accountId", "123456789012")
                .put("userId", "AROAEXAMPLE:agent")
                .put("userArn", "arn:aws:sts::123456789012:assumed-role/caller/agent")
                .build();
        JsonObject http = JsonObject.builder()
                .put("method", "POST")
                .put("path", "/mcp")
                .put("sourceIp", "203.0.113.9")
                .build();
        JsonObject context = JsonObject.builder()
                .put("accountId", "123456789012")
                .put("authorizer", JsonObject.of("iam", iam))
                .put("http", http)
                .put("stage", "$default")
                .build();
        return JsonWriter.bytes(JsonObject.builder()
                .put("version", "2.0")
                .put("routeKey", "$default")
                .put("rawPath", "/mcp")
                .put("rawQueryString", "")
                .put("headers", headers)
                .put("requestContext", context)
                .put("body", body)
                .put("isBase64Encoded", false)
                .build());
    }
}
