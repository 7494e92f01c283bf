package dev.footbridge.benchmarks.growth;

import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.http.ServerEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One call of a tool over the whole walk, in memory. */
final class MemoryCall {

    private static final long WARM_UP_NANOS = 1_500_000_000L;
    private static final long NANOS = 1_500_000_000L;
    private static final int MOST = 200_000;

    private final HttpHandler server;
    private final HttpRequest request;

    /** @param arguments as JSON */
    MemoryCall(HttpHandler server, String tool, String arguments, boolean streams) {
        this.server = server;
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("host", List.of("localhost"));
        headers.put("content-type", List.of("application/json"));
        headers.put("accept", List.of(streams ? "text/event-stream" : "application/json, text/event-stream"));
        headers.put("mcp-protocol-version", List.of("2026-07-28"));
        headers.put("mcp-method", List.of("tools/call"));
        headers.put("mcp-name", List.of(tool));
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments
                + ",\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
        this.request =
                new HttpRequest("POST", "/mcp", "", new Headers(headers), Bytes.utf8(body), Arrival.unknown("growth"));
    }

    /** How many bytes came back; fails if they are no result. */
    int once() {
        HttpResponse response = server.handle(request);
        Heard heard = new Heard();
        if (response.body() instanceof LateBody late) {
            late.answer(heard);
        } else {
            heard.whole(response);
        }
        if (!heard.isResult) {
            throw new IllegalStateException("no result but " + heard.bytes + " bytes with status " + response.status());
        }
        return heard.bytes;
    }

    /** Microseconds at the median, warm. */
    double micros() {
        for (long end = System.nanoTime() + WARM_UP_NANOS; System.nanoTime() < end; ) {
            once();
        }
        long[] taken = new long[MOST];
        int count = 0;
        for (long end = System.nanoTime() + NANOS; System.nanoTime() < end && count < MOST; count++) {
            long begun = System.nanoTime();
            once();
            taken[count] = System.nanoTime() - begun;
        }
        Arrays.sort(taken, 0, count);
        return taken[count / 2] / 1e3;
    }

    /** On the caller's thread, as the local server has it. */
    private static final class Heard implements LateBody.Reply, EventStream {
        private int bytes;
        private boolean isResult;

        @Override
        public void whole(HttpResponse response) {
            byte[] body = ((Bytes) response.body()).array();
            bytes += body.length;
            isResult = response.status() == 200;
        }

        @Override
        public EventStream stream() {
            return this;
        }

        @Override
        public boolean lendsThread() {
            return true;
        }

        @Override
        public boolean send(ServerEvent event) {
            bytes += event.data().getBytes(StandardCharsets.UTF_8).length;
            isResult |= event.data().contains("\"result\"");
            return true;
        }

        @Override
        public boolean keepAlive() {
            return true;
        }

        @Override
        public void close() {}
    }
}
