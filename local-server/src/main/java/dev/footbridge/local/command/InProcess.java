package dev.footbridge.local.command;

import dev.footbridge.feature.HeaderParams;
import dev.footbridge.feature.Tool;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonString;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.protocol.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A client of revision 2026-07-28 without a network: the same requests, headers and answers as over HTTP.
 *
 * @param answersForms whether a user is there to be asked
 */
record InProcess(HttpHandler endpoint, String path, Implementation self, boolean answersForms) {

    private static final String VERSION = ProtocolVersion.V2026_07_28.text();
    private static final String META = "io.modelcontextprotocol/";

    /**
     * The message that answers a call of the tool: it has a {@code result} or an {@code error}.
     *
     * @param more further parameters of the call, such as the user's answers
     */
    JsonObject call(Tool tool, JsonObject arguments, JsonObject more) throws CommandFailure {
        JsonObject params = JsonObject.builder()
                .put("name", tool.name())
                .put("arguments", arguments)
                .putAll(more)
                .put("_meta", meta())
                .build();
        JsonObject request = JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("id", 1)
                .put("method", "tools/call")
                .put("params", params)
                .build();
        HttpRequest sent = new HttpRequest(
                "POST",
                path,
                "",
                headers(tool, arguments),
                Bytes.of(JsonWriter.bytes(request)),
                Arrival.unknown("call"));
        return answerIn(endpoint.handle(sent));
    }

    private JsonObject meta() {
        return JsonObject.builder()
                .put(META + "protocolVersion", VERSION)
                .put(META + "clientInfo", self.toJson())
                .put(
                        META + "clientCapabilities",
                        answersForms ? JsonObject.of("elicitation", JsonObject.EMPTY) : JsonObject.EMPTY)
                .build();
    }

    private static Headers headers(Tool tool, JsonObject arguments) {
        Headers headers = Headers.of("host", "localhost")
                .with("content-type", "application/json")
                .with("accept", "application/json, text/event-stream")
                .with("mcp-protocol-version", VERSION)
                .with("mcp-method", "tools/call")
                .with("mcp-name", tool.name());
        for (HeaderParams.Param param : tool.headers().params()) {
            Json value = arguments;
            for (String name : param.path()) {
                value = value instanceof JsonObject object ? object.get(name) : null;
            }
            if (value != null && value != JsonNull.NULL) {
                headers = headers.with(param.header(), mirrored(value));
            }
        }
        return headers;
    }

    /** Text that a header could not carry as it is goes as base64. */
    private static String mirrored(Json value) {
        String text = value instanceof JsonString string ? string.value() : JsonWriter.text(value);
        boolean plain = text.equals(text.strip())
                && !text.startsWith("=?")
                && text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        return plain
                ? text
                : "=?base64?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static JsonObject answerIn(HttpResponse response) throws CommandFailure {
        if (response.body() instanceof Bytes bytes) {
            return message(bytes.asUtf8());
        }
        CollectedReply reply = new CollectedReply();
        ((LateBody) response.body()).answer(reply);
        HttpResponse whole = reply.response();
        if (whole != null && whole.body() instanceof Bytes bytes) {
            return message(bytes.asUtf8());
        }
        for (String event : reply.events()) {
            JsonObject message = message(event);
            if (message.has("result") || message.has("error")) {
                return message;
            }
        }
        throw CommandFailure.refused("the server did not answer");
    }

    private static JsonObject message(String text) throws CommandFailure {
        try {
            if (JsonReader.read(text) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException notJson) {
            // the same sentence for both
        }
        throw CommandFailure.refused("the server's answer is not a JSON-RPC message");
    }
}
