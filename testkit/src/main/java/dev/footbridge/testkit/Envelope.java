package dev.footbridge.testkit;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Meta;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a client of one revision wraps around method and parameters: {@code _meta} and headers. Immutable.
 *
 * @param revision the client's revision, or {@code none} for a client that adds nothing
 * @param capabilities the {@code ClientCapabilities} object
 */
public record Envelope(String revision, JsonObject capabilities) {

    private static final String BEFORE = "=?base64?";
    private static final String AFTER = "?=";
    private static final Map<String, String> NAMED_BY =
            Map.of("tools/call", "name", "prompts/get", "name", "resources/read", "uri");

    static Envelope of(Transcript transcript) {
        return new Envelope(
                transcript.setting("client", "2026-07-28"), JsonText.object(transcript.setting("capabilities", "{}")));
    }

    /** True for a client whose requests describe themselves. */
    public boolean modern() {
        return revision.compareTo("2026") > 0 && !revision.equals("none");
    }

    boolean legacy() {
        return revision.compareTo("2026") < 0;
    }

    /** The request that opens a session of a legacy client. */
    public JsonObject initialize() {
        JsonObject self =
                JsonObject.builder().put("name", "testkit").put("version", "1").build();
        JsonObject params = JsonObject.builder()
                .put("protocolVersion", revision)
                .put("capabilities", capabilities)
                .put("clientInfo", self)
                .build();
        return JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("id", "initialize")
                .put("method", "initialize")
                .put("params", params)
                .build();
    }

    /** A request; a modern client adds to its parameters what it says of itself. */
    public JsonObject request(Json id, String method, Optional<JsonObject> params) {
        return JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("id", id)
                .put("method", method)
                .putIfPresent("params", modern() ? described(params.orElse(JsonObject.EMPTY)) : params.orElse(null))
                .build();
    }

    private JsonObject described(JsonObject params) {
        JsonObject meta = JsonObject.builder()
                .put(Meta.PROTOCOL_VERSION, revision)
                .put(Meta.CLIENT_CAPABILITIES, capabilities)
                .putAll(Meta.of(params))
                .build();
        return params.with("_meta", meta);
    }

    /** The headers that belong to a message, besides the session's and those that repeat arguments. */
    public Map<String, String> headers(Optional<JsonObject> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("accept", "application/json, text/event-stream");
        if (revision.compareTo("2025-06") > 0 && !revision.equals("none")) {
            headers.put("mcp-protocol-version", revision);
        }
        if (modern() && message.isPresent()) {
            message.get().string("method").ifPresent(method -> headers.put("mcp-method", method));
            message.get()
                    .object("params")
                    .flatMap(params -> params.string(
                            NAMED_BY.getOrDefault(message.get().string("method").orElse(""), "")))
                    .ifPresent(name -> headers.put("mcp-name", mirrored(name)));
        }
        return headers;
    }

    /**
     * A text of the body as the value of a header that repeats it.
     *
     * @see dev.footbridge.protocol.MirroredHeader
     */
    public static String mirrored(String text) {
        boolean plain = text.equals(text.strip())
                && text.chars().allMatch(c -> c >= 0x20 && c <= 0x7E)
                && !(text.startsWith(BEFORE) && text.endsWith(AFTER));
        return plain
                ? text
                : BEFORE + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + AFTER;
    }
}
