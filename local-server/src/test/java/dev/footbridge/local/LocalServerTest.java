package dev.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.log.Log;
import java.io.IOException;
import java.net.BindException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class LocalServerTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    @RegisterExtension
    private final ServerUnderTest server = new ServerUnderTest();

    @Test
    void healthIsAnsweredWithoutAnyHandler() throws IOException {
        int port = server.serve(request -> HttpResponse.empty(500));

        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.get("/healthz").readUntil("}"))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("{\"status\":\"ok\"}");
        }
    }

    @Test
    void headTellsTheLengthOfWhatGetWouldSendOrNone() throws IOException {
        int port = server.serve(request -> HttpResponse.empty(200));

        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.send("HEAD /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .readUntil("\r\n\r\n"))
                    .contains("\r\ncontent-length: 15\r\n");
            assertThat(client.send("HEAD /mcp HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .readUntil("\r\n\r\n"))
                    .startsWith("HTTP/1.1 200 ")
                    .doesNotContain("content-length");
        }
    }

    @Test
    void unknownPathIs404WithJsonBody() throws IOException {
        int port = server.serve(request -> HttpResponse.empty(500));

        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.get("/elsewhere").readUntil("}}"))
                    .startsWith("HTTP/1.1 404 ")
                    .contains("application/json", "-32600");
        }
    }

    @Test
    void handlerThatThrowsIs500WithoutItsMessage() throws IOException {
        assertIs500WithoutItsMessage(request -> {
            throw new IllegalStateException("secret");
        });
    }

    @Test
    void handlerThatFailsWithAnErrorIs500() throws IOException {
        assertIs500WithoutItsMessage(request -> {
            throw new StackOverflowError("secret");
        });
    }

    private void assertIs500WithoutItsMessage(HttpHandler handler) throws IOException {
        int port = server.serve(handler);

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
        int port = server.serve(request -> {
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
        int port = server.serve(limits().withMaxBodyBytes(10), request -> HttpResponse.empty(200));

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
        int port = server.serve(limits().withMaxBodyBytes(10), request -> HttpResponse.empty(200));

        try (RawClient client = RawClient.connect(port)) {
            client.send("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 11\r\n\r\n");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 413 ").endsWith("too large.\"}}");
        }
    }

    @Test
    void undeclaredOversizeBodyIs413() throws IOException {
        int port = server.serve(limits().withMaxBodyBytes(10), request -> HttpResponse.empty(200));

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
        int port = server.serve(limits().withTimes(LONG, LONG, SHORT), request -> HttpResponse.empty(200));

        try (RawClient client = RawClient.connect(port)) {
            client.send("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nab");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void oversizeHeaderIs431WithJsonBody() throws IOException {
        int port = server.serve(request -> HttpResponse.empty(200));

        try (RawClient client = RawClient.connect(port)) {
            client.send("GET /mcp HTTP/1.1\r\nHost: localhost\r\nX-Big: " + "x".repeat(9000) + "\r\n\r\n");
            assertThat(client.readToEnd())
                    .startsWith("HTTP/1.1 431 ")
                    .contains("application/json")
                    .doesNotContain("<");
        }
    }

    @Test
    void headerThatNeverEndsClosesTheConnection() throws IOException {
        int port = server.serve(limits().withTimes(SHORT, LONG, LONG), request -> HttpResponse.empty(200));

        try (RawClient client = RawClient.connect(port)) {
            client.send("GET /mcp HTTP/1.1\r\nHost: local");
            assertThat(client.readToEnd()).isEmpty();
        }
    }

    @Test
    void connectionThatStaysSilentAfterAnAnswerIsClosed() throws IOException {
        int port = server.serve(limits().withTimes(LONG, SHORT, LONG), request -> HttpResponse.text(200, "done"));

        try (RawClient client = RawClient.connect(port)) {
            client.get("/mcp").readUntil("done");
            assertThat(client.readToEnd()).isEmpty();
        }
    }

    @Test
    void handlerMayBeSilentForLongerThanAConnectionMayBeIdle() throws IOException {
        int port = server.serve(
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
    @Timeout(60)
    void connectionBeyondTheLimitWaitsWhileAllOthersHaveRequests() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        int port = server.serve(limits().withMaxConnections(1), request -> {
            if (request.query().equals("slow")) {
                begun.countDown();
                await(over, LONG);
            }
            return HttpResponse.text(200, "served");
        });

        try (RawClient first = RawClient.connect(port)) {
            first.get("/mcp?slow");
            begun.await();
            try (RawClient second = RawClient.connect(port)) {
                second.get("/mcp").timeout(SHORT);
                assertThatThrownBy(() -> second.readUntil("served")).isInstanceOf(SocketTimeoutException.class);
                over.countDown();
                second.timeout(LONG);
                assertThat(second.readUntil("served")).endsWith("served");
                assertThat(first.readToEnd()).endsWith("served");
            }
        }
    }

    @Test
    void connectionThatIsSilentForLongestGivesItsPlaceAway() throws Exception {
        int port = server.serve(limits().withMaxConnections(2), request -> HttpResponse.text(200, "served"));

        try (RawClient first = RawClient.connect(port);
                RawClient second = RawClient.connect(port)) {
            first.get("/mcp").readUntil("served");
            Thread.sleep(SHORT.toMillis());
            second.get("/mcp").readUntil("served");
            try (RawClient third = RawClient.connect(port)) {
                assertThat(third.get("/mcp").readUntil("served")).endsWith("served");
                assertThat(first.readToEnd()).isEmpty();
                assertThat(second.get("/mcp").readUntil("served")).endsWith("served");
            }
        }
    }

    @Test
    void connectionsThatHaveJustComeAreAllServedHoweverManyThereAre() throws Exception {
        int port = server.serve(limits().withMaxConnections(1), request -> HttpResponse.text(200, "served"));
        List<RawClient> clients = new ArrayList<>();

        for (int i = 0; i < 20; i++) {
            clients.add(RawClient.connect(port));
        }
        for (RawClient client : clients) {
            client.send("GET /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        }
        for (RawClient client : clients) {
            assertThat(client.readToEnd()).endsWith("served");
            client.close();
        }
    }

    @Test
    void answerArrivesWholeAtAClientThatSendsOn() throws Exception {
        String large = "x".repeat(1 << 20);
        int port = server.serve(request -> HttpResponse.text(200, large));

        try (RawClient client = RawClient.connect(port)) {
            client.send("GET /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" + "y".repeat(100_000));
            Thread.sleep(SHORT.toMillis());
            assertThat(client.readToEnd()).endsWith(large);
        }
    }

    @Test
    void largeAnswerOutlivesTheTimeForOnePartOfIt() throws Exception {
        String large = "x".repeat(8 << 20);
        int port = server.serve(
                limits().withTimes(LONG, Duration.ofMillis(600), LONG), request -> HttpResponse.text(200, large));

        try (RawClient client = RawClient.connect(port)) {
            client.get("/mcp");
            assertThat(client.readSlowly(Duration.ofMillis(2), 16 << 10)).isGreaterThan(large.length());
        }
    }

    @Test
    void portInUseIsABindException() throws IOException {
        int port = server.serve(request -> HttpResponse.empty(200));

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
}
