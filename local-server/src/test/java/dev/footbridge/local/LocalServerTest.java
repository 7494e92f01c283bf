package dev.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.http.EventStream;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.ServerEvent;
import dev.footbridge.log.Log;
import java.io.IOException;
import java.net.BindException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalServerTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private @Nullable LocalServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void bodyQueryAndRepeatedHeadersReachTheHandler() throws IOException {
        BlockingQueue<HttpRequest> seen = new ArrayBlockingQueue<>(1);
        int port = serve(request -> {
            seen.add(request);
            return HttpResponse.text(200, "hello");
        });

        String answer;
        try (RawClient client = RawClient.connect(port)) {
            answer = client.sendLines(
                            "POST /mcp?a=%20b HTTP/1.1",
                            "Host: localhost",
                            "X-Two: 1",
                            "x-two:\t2 ",
                            "X-None:",
                            "Connection: close",
                            "Transfer-Encoding: chunked",
                            "",
                            "3",
                            "abc",
                            "2",
                            "de",
                            "0",
                            "",
                            "")
                    .readToEnd();
        }

        HttpRequest request = seen.remove();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/mcp");
        assertThat(request.query()).isEqualTo("a=%20b");
        assertThat(request.headers().all("x-two")).containsExactly("1", "2");
        assertThat(request.headers().all("x-none")).containsExactly("");
        assertThat(request.body().asUtf8()).isEqualTo("abcde");
        assertThat(request.arrival().remoteAddress()).contains("127.0.0.1");
        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\nhello").doesNotContain("Jetty");
    }

    @Test
    void healthIsAnsweredWithoutAnyHandler() throws IOException {
        int port = serve(request -> HttpResponse.empty(500));

        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.get("/healthz").readUntil("}"))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("{\"status\":\"ok\"}");
        }
    }

    @Test
    void unknownPathIs404WithJsonBody() throws IOException {
        int port = serve(request -> HttpResponse.empty(500));

        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.get("/elsewhere").readUntil("}}"))
                    .startsWith("HTTP/1.1 404 ")
                    .contains("application/json", "-32600");
        }
    }

    @Test
    void handlerThatThrowsIs500WithoutItsMessage() throws IOException {
        int port = serve(request -> {
            throw new IllegalStateException("secret");
        });

        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.get("/mcp").readUntil("}}"))
                    .startsWith("HTTP/1.1 500 ")
                    .doesNotContain("secret");
        }
    }

    @Test
    void declaredOversizeBodyIs413BeforeItIsSent() throws IOException {
        int port = serve(limits().withMaxBodyBytes(10), request -> HttpResponse.empty(200));

        try (RawClient client = RawClient.connect(port)) {
            client.send("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 11\r\n\r\n");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 413 ").endsWith("too large.\"}}");
        }
    }

    @Test
    void undeclaredOversizeBodyIs413() throws IOException {
        int port = serve(limits().withMaxBodyBytes(10), request -> HttpResponse.empty(200));

        try (RawClient client = RawClient.connect(port)) {
            client.sendLines(
                    "POST /mcp HTTP/1.1",
                    "Host: localhost",
                    "Transfer-Encoding: chunked",
                    "",
                    "b",
                    "01234567890",
                    "0",
                    "",
                    "");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void slowBodyIs408() throws IOException {
        int port = serve(limits().withTimes(LONG, LONG, SHORT), request -> HttpResponse.empty(200));

        try (RawClient client = RawClient.connect(port)) {
            client.send("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nab");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void oversizeHeaderIs431WithJsonBody() throws IOException {
        int port = serve(request -> HttpResponse.empty(200));

        try (RawClient client = RawClient.connect(port)) {
            client.send("GET /mcp HTTP/1.1\r\nHost: localhost\r\nX-Big: " + "x".repeat(9000) + "\r\n\r\n");
            assertThat(client.readToEnd())
                    .startsWith("HTTP/1.1 431 ")
                    .contains("application/json")
                    .doesNotContain("<");
        }
    }

    @Test
    void malformedRequestIs400WithJsonBody() throws IOException {
        int port = serve(request -> HttpResponse.empty(200));

        try (RawClient client = RawClient.connect(port)) {
            client.send("nonsense\r\n\r\n");
            assertThat(client.readToEnd())
                    .startsWith("HTTP/1.1 400 ")
                    .contains("-32600")
                    .doesNotContain("<");
        }
    }

    @Test
    void lengthBesideChunkedIsRefused() throws IOException {
        int port = serve(request -> HttpResponse.empty(200));

        try (RawClient client = RawClient.connect(port)) {
            client.sendLines(
                    "POST /mcp HTTP/1.1",
                    "Host: localhost",
                    "Content-Length: 5",
                    "Transfer-Encoding: chunked",
                    "",
                    "0",
                    "",
                    "");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void headerThatNeverEndsClosesTheConnection() throws IOException {
        int port = serve(limits().withTimes(SHORT, LONG, LONG), request -> HttpResponse.empty(200));

        try (RawClient client = RawClient.connect(port)) {
            client.send("GET /mcp HTTP/1.1\r\nHost: local");
            assertThat(client.readToEnd()).isEmpty();
        }
    }

    @Test
    void connectionThatStaysSilentAfterAnAnswerIsClosed() throws IOException {
        int port = serve(limits().withTimes(LONG, SHORT, LONG), request -> HttpResponse.text(200, "done"));

        try (RawClient client = RawClient.connect(port)) {
            client.get("/mcp").readUntil("done");
            assertThat(client.readToEnd()).isEmpty();
        }
    }

    @Test
    void handlerMayBeSilentForLongerThanAConnectionMayBeIdle() throws IOException {
        int port = serve(
                limits().withTimes(LONG, Duration.ofMillis(100), LONG),
                request -> HttpResponse.late(reply -> {
                    await(new CountDownLatch(1), Duration.ofMillis(500));
                    reply.whole(HttpResponse.text(200, "late"));
                }));

        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.get("/mcp").readUntil("late")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void connectionBeyondTheLimitWaitsUntilAnotherCloses() throws IOException {
        int port = serve(limits().withMaxConnections(1), request -> HttpResponse.text(200, "served"));

        RawClient first = RawClient.connect(port);
        first.get("/mcp").readUntil("served");
        try (RawClient second = RawClient.connect(port)) {
            second.get("/mcp").timeout(SHORT);
            assertThatThrownBy(() -> second.readUntil("served")).isInstanceOf(SocketTimeoutException.class);
            first.close();
            second.timeout(LONG);
            assertThat(second.readUntil("served")).endsWith("served");
        }
    }

    @Test
    void eventsArriveOneByOneWhileTheHandlerWorks() throws IOException {
        CountDownLatch firstSeen = new CountDownLatch(1);
        int port = serve(request -> HttpResponse.late(reply -> {
                    try (EventStream stream = reply.stream()) {
                        stream.send(ServerEvent.of("one"));
                        await(firstSeen, LONG);
                        stream.send(ServerEvent.of("two"));
                    }
                })
                .with("x-held", "yes"));

        try (RawClient client = RawClient.connect(port)) {
            String head = client.get("/mcp").readUntil("data: one\n\n");
            firstSeen.countDown();
            String rest = client.readUntil("0\r\n\r\n");
            assertThat(head.toLowerCase(java.util.Locale.ROOT))
                    .contains("content-type: text/event-stream\r\n", "cache-control: no-store\r\n")
                    .contains("x-accel-buffering: no\r\n", "x-held: yes\r\n");
            assertThat(rest).contains("data: two\n\n").endsWith("0\r\n\r\n");
        }
    }

    @Test
    void wholeLateAnswerAddsItsHeadersToTheHeldOnes() throws IOException {
        int port = serve(request -> HttpResponse.late(
                        reply -> reply.whole(HttpResponse.text(418, "tea").with("x-both", "inner")))
                .with("x-both", "outer")
                .with("x-held", "yes"));

        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.get("/mcp").readUntil("tea"))
                    .startsWith("HTTP/1.1 418 ")
                    .contains("x-both: inner", "x-held: yes")
                    .doesNotContain("outer");
        }
    }

    @Test
    void keepAliveNoticesAClientThatHasGone() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        CompletableFuture<Boolean> alive = new CompletableFuture<>();
        int port = serve(request -> HttpResponse.late(reply -> {
            EventStream stream = reply.stream();
            await(gone, LONG);
            stream.keepAlive();
            alive.complete(stream.keepAlive());
        }));

        RawClient client = RawClient.connect(port);
        client.get("/mcp").readUntil("\r\n\r\n");
        client.close();
        gone.countDown();

        assertThat(alive.get(20, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void clientThatDoesNotReadCountsAsGone() throws Exception {
        CompletableFuture<Boolean> gaveUp = new CompletableFuture<>();
        int port = serve(
                limits().withTimes(LONG, SHORT, LONG),
                request -> HttpResponse.late(reply -> {
                    EventStream stream = reply.stream();
                    ServerEvent large = ServerEvent.of("x".repeat(1 << 20));
                    boolean taken = true;
                    for (int i = 0; i < 100 && taken; i++) {
                        taken = stream.send(large);
                    }
                    gaveUp.complete(!taken);
                }));

        try (RawClient client = RawClient.connect(port)) {
            client.get("/mcp");

            assertThat(gaveUp.get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void requestsOnOneConnectionAreAnsweredInTurn() throws IOException {
        int port = serve(request -> HttpResponse.text(200, "<" + request.query() + ">"));

        try (RawClient client = RawClient.connect(port)) {
            client.get("/mcp?1").get("/mcp?2");

            assertThat(client.readUntil("<1>")).startsWith("HTTP/1.1 200 ");
            assertThat(client.readUntil("<2>")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void bodyIsAskedForWhenTheClientWaits() throws IOException {
        int port = serve(request -> HttpResponse.text(200, request.body().asUtf8()));

        try (RawClient client = RawClient.connect(port)) {
            client.sendLines(
                    "POST /mcp HTTP/1.1", "Host: localhost", "Content-Length: 4", "Expect: 100-continue", "", "");

            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
            assertThat(client.send("body").readUntil("body")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void closedStreamEndsTheResponseWhileTheHandlerGoesOn() throws Exception {
        CountDownLatch responseEnded = new CountDownLatch(1);
        CompletableFuture<Boolean> sent = new CompletableFuture<>();
        int port = serve(request -> HttpResponse.late(reply -> {
            EventStream stream = reply.stream();
            stream.close();
            await(responseEnded, LONG);
            sent.complete(stream.send(ServerEvent.of("too late")));
        }));

        try (RawClient client = RawClient.connect(port)) {
            client.get("/mcp").readUntil("0\r\n\r\n");
            responseEnded.countDown();
            assertThat(sent.get(20, TimeUnit.SECONDS)).isFalse();
            assertThat(client.get("/healthz").readUntil("}")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void stoppingLetsACallFinish() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        int port = serve(request -> HttpResponse.late(reply -> {
            running.countDown();
            await(finish, LONG);
            reply.whole(HttpResponse.text(200, "finished"));
        }));

        try (RawClient client = RawClient.connect(port)) {
            client.post("/mcp", "{}");
            await(running, LONG);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> server().stop(LONG, () -> {}));
            assertThatThrownBy(() -> connectUntilRefused(port)).isInstanceOf(IOException.class);
            finish.countDown();
            assertThat(client.readToEnd()).endsWith("finished");
            stopped.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void stoppingEndsStreamsThatWouldNotEndByThemselves() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        int port = serve(request -> HttpResponse.late(reply -> {
            try (EventStream stream = reply.stream()) {
                await(end, LONG);
                stream.send(ServerEvent.of("goodbye"));
            }
        }));

        try (RawClient client = RawClient.connect(port)) {
            client.get("/mcp").readUntil("\r\n\r\n");
            server().stop(LONG, end::countDown);
            assertThat(client.readToEnd()).contains("data: goodbye\n\n");
        }
    }

    @Test
    void portInUseIsAnIoException() throws IOException {
        int port = serve(request -> HttpResponse.empty(200));

        try (LocalServer second = new LocalServer(LocalSettings.loopback(port, Map.of()), Log.none())) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(IOException.class)
                    .hasRootCauseInstanceOf(BindException.class);
        }
    }

    private static void connectUntilRefused(int port) throws IOException {
        while (true) {
            RawClient.connect(port).close();
        }
    }

    private static void await(CountDownLatch latch, Duration limit) {
        try {
            latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Limits limits() {
        return Limits.DEFAULTS;
    }

    private LocalServer server() {
        return java.util.Objects.requireNonNull(server);
    }

    private int serve(HttpHandler handler) throws IOException {
        return serve(limits(), handler);
    }

    private int serve(Limits limits, HttpHandler handler) throws IOException {
        LocalServer begun = new LocalServer(
                LocalSettings.loopback(0, Map.of("/mcp", handler)).withLimits(limits), Log.none());
        server = begun;
        begun.start();
        return begun.port();
    }
}
