package dev.footbridge.testkit;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client of one revision wraps around method and parameters: {@code _meta} and headers.
 *
 * @param revision the client's revision, or {@code none} for a client that adds nothing
 */
record Envelope(String revision, JsonObject capabilities) {

    private static final String META = "io.modelcontextprotocol/";
    private static final Pattern SHORT_FORM = Pattern.compile("(\\S+) (\\S+)(?: (\\{.*\\}))?");
    private static final Map<String, String> NAMED_BY =
            Map.of("tools/call", "name", "prompts/get", "name", "resources/read", "uri");

    static Envelope of(Transcript transcript) {
        return new Envelope(
                transcript.setting("client", "2026-07-28"), object(transcript.setting("capabilities", "{}")));
    }

    boolean modern() {
        return revision.compareTo("2026") > 0 && !revision.equals("none");
    }

    boolean legacy() {
        return revision.compareTo("2026") < 0;
    }

    JsonObject initialize() {
        JsonObject self = JsonObject.builder()
                .put("name", "transcript")
                .put("version", "1")
                .build();
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

    /** The message a short form stands for, or empty if the text is no short form. */
    Optional<JsonObject> message(String text) {
        Matcher form = SHORT_FORM.matcher(text);
        if (text.matches("(raw|bytes) .*") || text.matches("[A-Z]+ /.*") || !form.matches()) {
            return Optional.empty();
        }
        if (form.group(1).equals("reply")) {
            return Optional.of(JsonObject.builder()
                    .put("jsonrpc", "2.0")
                    .put("id", json(form.group(2)))
                    .put("result", object(form.group(3)))
                    .build());
        }
        JsonObject.Builder message = JsonObject.builder().put("jsonrpc", "2.0");
        boolean request = !form.group(1).equals("-");
        if (request) {
            message.put("id", json(form.group(1)));
        }
        message.put("method", form.group(2));
        return Optional.of(withParams(message, form.group(3), request).build());
    }

    private JsonObject.Builder withParams(JsonObject.Builder message, String text, boolean request) {
        JsonObject params = text == null ? JsonObject.EMPTY : object(text);
        if (modern() && request) {
            JsonObject meta = JsonObject.builder()
                    .put(META + "protocolVersion", revision)
                    .put(META + "clientCapabilities", capabilities)
                    .putAll(params.object("_meta").orElse(JsonObject.EMPTY))
                    .build();
            return message.put("params", params.with("_meta", meta));
        }
        return text == null ? message : message.put("params", params);
    }

    /** The headers that belong to a message, besides the session's. */
    Map<String, String> headers(Optional<JsonObject> message) {
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
                    .ifPresent(name -> headers.put("mcp-name", name));
        }
        return headers;
    }

    static Json json(String text) {
        try {
            return JsonReader.read(text);
        } catch (JsonException broken) {
            throw new IllegalArgumentException("a transcript holds broken JSON: " + text, broken);
        }
    }

    static JsonObject object(String text) {
        return (JsonObject) json(text);
    }

    static String text(Json json) {
        return JsonWriter.text(json);
    }
}
