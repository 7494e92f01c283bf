package dev.footbridge.verification.attack;

import dev.footbridge.http.Bytes;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The request of a case: a good call of a tool, but for what the case says. Stateless. */
final class Shot {

    static final String META = """
            {"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
            "io.modelcontextprotocol/clientCapabilities":{"elicitation":{}}}""";

    private Shot() {}

    static HttpPeer.Request of(JsonObject json, UnaryOperator<String> fill) {
        Pieces pieces = new Pieces(fill);
        String query = json.has("query") ? "?" + text(json, "query", "", pieces) : "";
        Json body = json.get("body");
        String method = json.string("method").orElse("POST");
        boolean bare = body == null && !method.equals("POST");
        return new HttpPeer.Request(
                method,
                text(json, "path", "/mcp", pieces) + query,
                headers(json, pieces),
                bare ? Bytes.EMPTY : Bytes.of(pieces.bytes(body == null ? message(json) : body)));
    }

    /** The body where the case gives none: a call. */
    private static JsonObject message(JsonObject json) {
        JsonObject.Builder params = JsonObject.builder();
        String method = json.string("rpc").orElse("tools/call");
        if (method.equals("tools/call")) {
            params.put("name", json.string("tool").orElse("touch"))
                    .put("arguments", json.object("arguments").orElse(JsonObject.EMPTY));
        }
        params.put("_meta", JsonText.json(META));
        json.object("params").ifPresent(params::putAll);
        return JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("id", 7)
                .put("method", method)
                .put("params", params.build())
                .build();
    }

    private static List<Map.Entry<String, String>> headers(JsonObject json, Pieces pieces) {
        List<Map.Entry<String, String>> own = new ArrayList<>();
        Set<String> replaced = new TreeSet<>(Expected.texts(json, "without"));
        for (Json pair : json.array("headers").orElse(JsonArray.EMPTY).items()) {
            List<Json> parts = ((JsonArray) pair).items();
            String name = pieces.text(parts.get(0));
            own.add(Map.entry(name, pieces.text(parts.get(1))));
            replaced.add(name.toLowerCase(Locale.ROOT));
        }
        List<Map.Entry<String, String>> all = new ArrayList<>();
        usual(json, pieces).forEach((name, value) -> {
            if (!replaced.contains(name)) {
                all.add(Map.entry(name, value));
            }
        });
        all.addAll(own);
        return all;
    }

    private static Map<String, String> usual(JsonObject json, Pieces pieces) {
        String method = json.string("rpc").orElse("tools/call");
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put("authorization", pieces.text(Json.of("Bearer ${goodKey}")));
        usual.put("content-type", "application/json");
        usual.put("accept", "application/json, text/event-stream");
        usual.put("mcp-protocol-version", "2026-07-28");
        usual.put("mcp-method", method);
        if (method.equals("tools/call")) {
            usual.put("mcp-name", json.string("tool").orElse("touch"));
        }
        json.object("params")
                .filter(unused -> method.equals("resources/read"))
                .flatMap(params -> params.string("uri"))
                .ifPresent(uri -> usual.put("mcp-name", header(uri)));
        return usual;
    }

    /** What no header can carry goes in Base64, as the protocol has it. */
    private static String header(String uri) {
        boolean plain = uri.equals(uri.strip()) && uri.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        return plain
                ? uri
                : "=?base64?" + Base64.getEncoder().encodeToString(uri.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static String text(JsonObject json, String member, String otherwise, Pieces pieces) {
        Json value = json.get(member);
        return value == null ? otherwise : pieces.text(value);
    }
}
