package dev.footbridge.bridge.sdk;

import dev.footbridge.McpServer;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.http.Bytes;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.Meta;
import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.MemoryPeer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A client of revision 2026-07-28, by hand. Single quotes stand for double ones. */
final class Peer {

    private static final String REVISION = "2026-07-28";

    private final MemoryPeer peer;
    private final JsonObject capabilities;
    private final List<JsonObject> notices = new ArrayList<>();

    Peer(FeatureSet features, String capabilities) {
        this(OurServer.server(features), capabilities);
    }

    Peer(McpServer server, String capabilities) {
        this.peer = new MemoryPeer(server.http());
        this.capabilities = object(capabilities);
    }

    JsonObject call(String tool, String arguments) {
        return call(tool, arguments, "{}", "{}");
    }

    /**
     * Calls a tool.
     *
     * @param more further members of the parameters, such as the answers of an earlier round
     * @param meta further members of {@code _meta}
     */
    JsonObject call(String tool, String arguments, String more, String meta) {
        JsonObject params = JsonObject.builder()
                .put("name", tool)
                .put("arguments", object(arguments))
                .putAll(object(more))
                .put("_meta", object(meta))
                .build();
        return send("tools/call", tool, params);
    }

    JsonObject read(String uri) {
        return send("resources/read", uri, JsonObject.of("uri", uri));
    }

    /** The message that answers; what came before it is in {@link #notices}. */
    JsonObject send(String method, String name, JsonObject params) {
        JsonObject meta = JsonObject.builder()
                .put(Meta.PROTOCOL_VERSION, REVISION)
                .put(Meta.CLIENT_CAPABILITIES, capabilities)
                .put(Meta.CLIENT_INFO, object("{'name':'peer','version':'3'}"))
                .putAll(params.object("_meta").orElse(JsonObject.EMPTY))
                .build();
        JsonObject message = JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("id", 1)
                .put("method", method)
                .put("params", params.with("_meta", meta))
                .build();
        List<Map.Entry<String, String>> headers = new ArrayList<>(List.of(
                Map.entry("content-type", "application/json"),
                Map.entry("accept", "application/json, text/event-stream"),
                Map.entry("authorization", "Bearer t"),
                Map.entry("mcp-protocol-version", REVISION),
                Map.entry("mcp-method", method)));
        if (!name.isEmpty()) {
            headers.add(Map.entry("mcp-name", name));
        }
        return last(peer.send(new HttpPeer.Request("POST", "/mcp", headers, Bytes.utf8(JsonWriter.text(message)))));
    }

    private JsonObject last(HttpPeer.Response response) {
        while (true) {
            JsonObject message =
                    object(response.next(Duration.ofSeconds(10)).orElseThrow().data());
            if (message.has("id")) {
                return message;
            }
            notices.add(message);
        }
    }

    List<JsonObject> notices() {
        return notices;
    }

    static JsonObject object(String text) {
        try {
            Json json = JsonReader.read(text.startsWith("{'") ? text.replace('\'', '"') : text);
            return (JsonObject) json;
        } catch (JsonException malformed) {
            throw new AssertionError(malformed);
        }
    }

    /** The text of a tool's result. */
    static String text(JsonObject message) {
        JsonObject result = message.object("result").orElseThrow();
        JsonObject block =
                (JsonObject) result.array("content").orElseThrow().items().get(0);
        return block.string("text").orElseThrow();
    }
}
