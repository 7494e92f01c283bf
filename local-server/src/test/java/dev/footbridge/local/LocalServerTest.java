package dev.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.log.Log;
import java.io.IOException;
import java.net.BindException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** The thread of a call looks for the connection's next request itself. */
    @Test
    void requestsSentAtOnceAreAnsweredInOrder() throws IOException {
        AtomicInteger count = new AtomicInteger();
        int port = serve(request -> HttpResponse.text(200, "number " + count.incrementAndGet() + "!"));

        try (RawClient client = RawClient.connect(port)) {
            client.send("GET /mcp HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(1000));
            for (int number = 1; number <= 1000; number++) {
                assertThat(client.readUntil("!")).endsWith("number " + number + "!");
            }
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
    void handlerThatFailsWithAnErrorIs500() throws IOException {
        int port = serve(request -> {
            throw new StackOverflowError("secret");
        });

        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.get("/mcp").readUntil("}}"))
                    .startsWith("HTTP/1.1 500 ")
                    .doesNotContain("secret");
            assertThat(client.get("/healthz").readUntil("}")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void interruptOfOneHandlerIsNotSeenByTheNext() throws IOException {
        AtomicInteger count = new AtomicInteger();
        int port = serve(request -> {
            boolean interrupted = Thread.currentThread().isInterrupted();
            Thread.currentThread().interrupt();
            return HttpResponse.text(200, count.incrementAndGet() + (interrupted ? " interrupted>" : " calm>"));
        });

        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.get("/mcp").readUntil(">")).endsWith("1 calm>");
            assertThat(client.get("/mcp").readUntil(">")).endsWith("2 calm>");
        }
    }

    @Test
    void refusalReachesAClientThatIsStillSending() throws Exception {
        int port = serve(limits().withMaxBodyBytes(10), request -> HttpResponse.empty(200));

        try (RawClient client = RawClient.connect(port)) {
            client.send("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n");
            for (int part = 0; part < 20; part++) {
                Thread.sleep(10);
                client.send("x".repeat(100_000));
            }
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 413 ").endsWith("too large.\"}}");
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
    void otherExpectationIs417() throws IOException {
        int port = serve(request -> HttpResponse.empty(200));

        try (RawClient client = RawClient.connect(port)) {
            client.send("GET /mcp HTTP/1.1\r\nHost: localhost\r\nExpect: a miracle\r\n\r\n");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 417 ");
        }
    }

    @Test
    void headHasTheLengthOfABodyThatIsNotSent() throws IOException {
        int port = serve(request -> HttpResponse.text(200, "12345").with("content-length", "9"));

        try (RawClient client = RawClient.connect(port)) {
            client.send("HEAD /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: Keep-Alive , Close\r\n\r\n");
            assertThat(client.readToEnd())
                    .contains("\r\ncontent-length: 5\r\n", "\r\nconnection: close\r\n")
                    .doesNotContain("9\r\n\r\n", "content-length: 9")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void responseWithoutContentHasNoLengthAndTheConnectionGoesOn() throws IOException {
        int port = serve(request -> HttpResponse.text(204, "none").with("content-length", "4"));

        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.get("/mcp").readUntil("\r\n\r\n")).doesNotContain("content-length");
            assertThat(client.get("/healthz").readUntil("}")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void absoluteFormIsServedIfItsAuthorityIsTheHost() throws IOException {
        int port = serve(request -> HttpResponse.text(200, "<" + request.path() + "|" + request.query() + ">"));

        try (RawClient client = RawClient.connect(port)) {
            client.send("GET http://Localhost:1/mcp?a=b HTTP/1.1\r\nHost: localhost:1\r\n\r\n");
            assertThat(client.readUntil(">")).endsWith("</mcp|a=b>");
            client.send("GET http://localhost:2/mcp HTTP/1.1\r\nHost: localhost:1\r\n\r\n");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void valueOfAHandlerNeverEndsItsLine() throws IOException {
        int port = serve(request -> HttpResponse.text(200, "end").with("x-odd", "a\r\nset-cookie: evil\u007f\0"));

        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.get("/mcp").readUntil("end")).contains("\r\nx-odd: a  set-cookie: evil  \r\n");
        }
    }

    @Test
    void bodyOfManyPartsIsReadWhole() throws IOException {
        int port = serve(request -> HttpResponse.text(200, "<" + request.body().length() + ">"));

        try (RawClient client = RawClient.connect(port)) {
            for (int size : new int[] {0, 1, 8_191, 8_192, 100_000, 1 << 20}) {
                assertThat(client.post("/mcp", "x".repeat(size)).readUntil(">")).endsWith("<" + size + ">");
            }
        }
    }

    @Test
    void largeAnswerOutlivesTheTimeForOnePartOfIt() throws Exception {
        String large = "x".repeat(8 << 20);
        int port =
                serve(limits().withTimes(LONG, Duration.ofMillis(600), LONG), request -> HttpResponse.text(200, large));

        try (RawClient client = RawClient.connect(port)) {
            client.get("/mcp");
            assertThat(client.readSlowly(Duration.ofMillis(2), 16 << 10)).isGreaterThan(large.length());
        }
    }

    @Test
    void portInUseIsABindException() throws IOException {
        int port = serve(request -> HttpResponse.empty(200));

        try (LocalServer second = new LocalServer(LocalSettings.loopback(port, Map.of()), Log.none())) {
            assertThatThrownBy(second::start).isInstanceOf(BindException.class);
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
