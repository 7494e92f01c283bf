package dev.footbridge.benchmarks.call;

import dev.footbridge.McpServer;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Body;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.protocol.Implementation;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The whole walk of an HTTP request in memory: guards, envelope, headers, limits, the tool, the reply. */
public final class Walk {

    static final String META = ",\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

    private final HttpHandler server;
    private final HttpRequest request;

    private Walk(HttpHandler server, HttpRequest request) {
        this.server = server;
        this.request = request;
    }

    /**
     * A server of the sample's tools.
     *
     * @param more what it has besides
     * @param headers what its caller sends besides
     */
    public static Walk of(Consumer<McpServer.Builder> more, Map<String, List<String>> headers) {
        McpServer.Builder server = builder();
        more.accept(server);
        return new Walk(server.build().http(), request(headers));
    }

    /** Sends the call and gives back the bytes of its response. */
    public byte[] once() {
        HttpResponse response = server.handle(request);
        Body body = response.body();
        if (body instanceof LateBody late) {
            Whole whole = new Whole();
            late.answer(whole);
            body = whole.bytes;
        }
        return ((Bytes) body).array();
    }

    static McpServer.Builder builder() {
        return McpServer.named(Implementation.of("parcels", "1"))
                .features(Sample.FEATURES)
                .threads(Walk::callersThread);
    }

    /** Runs at once, as the SDK does when it is told to: a change of threads would be most of what is measured. */
    private static Thread callersThread(Runnable work) {
        return new Thread(work, "call") {
            @Override
            public synchronized void start() {
                work.run();
            }
        };
    }

    private static HttpRequest request(Map<String, List<String>> more) {
        Map<String, List<String>> headers = new HashMap<>(more);
        headers.put("host", List.of("localhost:8080"));
        headers.put("content-type", List.of("application/json"));
        headers.put("accept", List.of("application/json, text/event-stream"));
        headers.put("mcp-protocol-version", List.of("2026-07-28"));
        headers.put("mcp-method", List.of("tools/call"));
        headers.put("mcp-name", List.of(Sample.TOOL));
        Bytes body = Bytes.of(Sample.request(META).getBytes(StandardCharsets.UTF_8));
        return new HttpRequest("POST", "/mcp", "", new Headers(headers), body, Arrival.unknown("benchmark"));
    }

    private static final class Whole implements LateBody.Reply {
        private Bytes bytes = Bytes.EMPTY;

        @Override
        public void whole(HttpResponse response) {
            bytes = (Bytes) response.body();
        }

        @Override
        public EventStream stream() {
            throw new AssertionError("nothing is streamed");
        }
    }
}
