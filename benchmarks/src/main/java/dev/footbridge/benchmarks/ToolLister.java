package dev.footbridge.benchmarks;

import dev.footbridge.http.Arrival;
import dev.footbridge.http.Body;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A client of revision 2026-07-28 that lists tools, in memory: no socket, no platform. */
final class ToolLister {

    private static final String VERSION = "2026-07-28";
    private static final Headers HEADERS = new Headers(Map.of(
            "accept", List.of("application/json, text/event-stream"),
            "content-type", List.of("application/json"),
            "host", List.of("localhost:80"),
            "mcp-protocol-version", List.of(VERSION),
            "mcp-method", List.of("tools/list")));

    private final HttpHandler server;

    ToolLister(HttpHandler server) {
        this.server = server;
    }

    /** Every page, from the first to the one without a cursor. */
    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page page = read(ask(cursor));
            pages.add(page);
            cursor = page.next();
        } while (cursor.isPresent());
        return pages;
    }

    /** The first page as bytes: what the server does for it, and nothing of what a client does. */
    Bytes firstPage() {
        return ask(Optional.empty());
    }

    private Bytes ask(Optional<String> cursor) {
        HttpResponse response = server.handle(new HttpRequest(
                "POST", "/mcp", "", HEADERS, Bytes.of(JsonWriter.bytes(request(cursor))), Arrival.unknown("list")));
        return whole(response.body());
    }

    private static JsonObject request(Optional<String> cursor) {
        JsonObject.Builder params = JsonObject.builder();
        cursor.ifPresent(text -> params.put("cursor", text));
        params.put(
                "_meta",
                JsonObject.builder()
                        .put("io.modelcontextprotocol/protocolVersion", VERSION)
                        .put("io.modelcontextprotocol/clientCapabilities", JsonObject.EMPTY)
                        .build());
        return JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("id", 1)
                .put("method", "tools/list")
                .put("params", params.build())
                .build();
    }

    private static Bytes whole(Body body) {
        if (body instanceof Bytes bytes) {
            return bytes;
        }
        AtomicReference<Bytes> answer = new AtomicReference<>(Bytes.EMPTY);
        ((LateBody) body).answer(new LateBody.Reply() {
            @Override
            public void whole(HttpResponse response) {
                answer.set(ToolLister.whole(response.body()));
            }

            @Override
            public EventStream stream() {
                throw new IllegalStateException("a list is never a stream");
            }
        });
        return answer.get();
    }

    private static Page read(Bytes answer) {
        JsonObject result = parse(answer)
                .object("result")
                .orElseThrow(() -> new IllegalStateException("no result: " + answer.asUtf8()));
        List<String> names = result.array("tools").orElseThrow().items().stream()
                .map(tool -> ((JsonObject) tool).string("name").orElseThrow())
                .toList();
        return new Page(names, result.string("nextCursor"), answer.length());
    }

    private static JsonObject parse(Bytes answer) {
        try {
            Json json = JsonReader.read(answer.asUtf8());
            return (JsonObject) json;
        } catch (JsonException invalid) {
            throw new IllegalStateException("not JSON: " + answer.asUtf8(), invalid);
        }
    }
}
