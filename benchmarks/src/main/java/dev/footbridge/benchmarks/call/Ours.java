package dev.footbridge.benchmarks.call;

import dev.footbridge.McpServer;
import dev.footbridge.call.Caller;
import dev.footbridge.dispatch.Conversation;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Body;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.testkit.author.TestCall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Our own ways from bytes to bytes. */
final class Ours {

    private static final String META = ",\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
    private static final TestCall CALL = TestCall.builder().build();

    private final Tool tool = Objects.requireNonNull(Sample.FEATURES.tools().get(Sample.TOOL));
    private final JsonObject tree = parsed(Sample.ARGUMENT_BYTES);
    private final McpServer server = McpServer.named(Implementation.of("parcels", "1"))
            .features(Sample.FEATURES)
            .threads(Ours::callersThread)
            .build();
    private final HttpHandler http = server.http();
    private final HttpRequest request = request();
    private final Bytes message = Bytes.of(Sample.request(META).getBytes(StandardCharsets.UTF_8));
    private Bytes answer = Bytes.EMPTY;
    private final Conversation conversation = server.converse(Caller.ANONYMOUS, sent -> answer = sent);

    /** Decode, validate, run and encode: from parsed arguments to a result. */
    ToolResult fromTree() throws Exception {
        return tool.body().call(tree, CALL);
    }

    /** The same from bytes to bytes. */
    byte[] fromBytes() throws Exception {
        ToolResult result = tool.body().call(parsed(Sample.ARGUMENT_BYTES), CALL);
        return JsonWriter.bytes(Objects.requireNonNull(result.structured()));
    }

    /** From the text of a JSON-RPC request to the bytes of its response, through the server as over stdio. */
    byte[] message() {
        conversation.receive(message);
        return answer.array();
    }

    /** The whole walk of an HTTP request in memory: guards, envelope, headers, limits, the tool, the reply. */
    byte[] walk() {
        HttpResponse response = http.handle(request);
        Body body = response.body();
        if (body instanceof LateBody late) {
            Whole whole = new Whole();
            late.answer(whole);
            body = whole.bytes;
        }
        return ((Bytes) body).array();
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

    private static JsonObject parsed(byte[] bytes) {
        try {
            return (JsonObject) JsonReader.read(bytes);
        } catch (JsonException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static HttpRequest request() {
        Map<String, List<String>> headers = Map.of(
                "host", List.of("localhost:8080"),
                "content-type", List.of("application/json"),
                "accept", List.of("application/json, text/event-stream"),
                "mcp-protocol-version", List.of("2026-07-28"),
                "mcp-method", List.of("tools/call"),
                "mcp-name", List.of(Sample.TOOL));
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
