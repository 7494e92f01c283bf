package dev.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.http.EventStream;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.ServerEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LateAnswerTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    @RegisterExtension
    private final ServerUnderTest server = new ServerUnderTest();

    @Test
    void eventsArriveOneByOneWhileTheHandlerWorks() throws IOException {
        CountDownLatch firstSeen = new CountDownLatch(1);
        int port = server.serve(request -> HttpResponse.late(reply -> {
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
        int port = server.serve(request -> HttpResponse.late(
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
        int port = server.serve(request -> HttpResponse.late(reply -> {
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
        int port = server.serve(
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
    void closedStreamEndsTheResponseWhileTheHandlerGoesOn() throws Exception {
        CountDownLatch responseEnded = new CountDownLatch(1);
        CompletableFuture<Boolean> sent = new CompletableFuture<>();
        int port = server.serve(request -> HttpResponse.late(reply -> {
            EventStream stream = reply.stream();
            stream.close();
            await(responseEnded, LONG);
            sent.complete(stream.send(ServerEvent.of("too late")));
        }));

        try (RawClient client = RawClient.connect(port)) {
            client.get("/mcp").readUntil("0\r\n\r\n");
            assertThat(client.get("/healthz").readUntil("}")).startsWith("HTTP/1.1 200 ");
            responseEnded.countDown();
            assertThat(sent.get(20, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void answerOfAnotherThreadIsEnoughForTheNextRequest() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        int port = server.serve(request -> HttpResponse.late(reply -> {
            new Thread(() -> reply.whole(HttpResponse.text(200, "given up"))).start();
            await(working, LONG);
        }));

        try (RawClient client = RawClient.connect(port)) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.get("/mcp").readUntil("given up")).startsWith("HTTP/1.1 200 ");
            }
            assertThat(client.get("/healthz").readUntil("}")).startsWith("HTTP/1.1 200 ");
        } finally {
            working.countDown();
        }
    }

    @Test
    void clientOfHttp10KnowsTheEndOfAStreamByTheEndOfTheConnection() throws IOException {
        int port = server.serve(LateAnswerTest::oneEvent);

        try (RawClient client = RawClient.connect(port)) {
            client.send("GET /mcp HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
            assertThat(client.readToEnd()).contains("connection: close\r\n").endsWith("\r\n\r\ndata: one\n\n");
        }
    }

    @Test
    void errorBehindAnEndedStreamLeavesTheNextRequestAlone() throws Exception {
        CountDownLatch fail = new CountDownLatch(1);
        CountDownLatch failed = new CountDownLatch(1);
        int port = server.serve(request -> HttpResponse.late(reply -> {
            if (request.query().isEmpty()) {
                reply.stream().close();
                await(fail, LONG);
                failed.countDown();
                throw new StackOverflowError();
            }
            fail.countDown();
            await(failed, LONG);
            await(new CountDownLatch(1), SHORT);
            reply.whole(HttpResponse.text(200, "still here"));
        }));

        try (RawClient client = RawClient.connect(port)) {
            client.get("/mcp").readUntil("0\r\n\r\n");
            assertThat(client.get("/mcp?next").readUntil("still here")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void streamThatIsAskedForWithHeadHasNoBody() throws IOException {
        int port = server.serve(LateAnswerTest::oneEvent);

        try (RawClient client = RawClient.connect(port)) {
            client.send("HEAD /mcp HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.readToEnd()).contains("text/event-stream").endsWith("\r\n\r\n");
        }
    }

    @Test
    void stoppingLetsACallFinish() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        int port = server.serve(request -> HttpResponse.late(reply -> {
            running.countDown();
            await(finish, LONG);
            reply.whole(HttpResponse.text(200, "finished"));
        }));

        try (RawClient client = RawClient.connect(port)) {
            client.post("/mcp", "{}");
            await(running, LONG);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> server.stop(LONG, () -> {}));
            assertThatThrownBy(() -> connectUntilRefused(port)).isInstanceOf(IOException.class);
            finish.countDown();
            assertThat(client.readToEnd()).endsWith("finished");
            stopped.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void stoppingEndsStreamsThatWouldNotEndByThemselves() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        int port = server.serve(request -> HttpResponse.late(reply -> {
            try (EventStream stream = reply.stream()) {
                await(end, LONG);
                stream.send(ServerEvent.of("goodbye"));
            }
        }));

        try (RawClient client = RawClient.connect(port)) {
            client.get("/mcp").readUntil("\r\n\r\n");
            server.stop(LONG, end::countDown);
            assertThat(client.readToEnd()).contains("data: goodbye\n\n");
        }
    }

    private static HttpResponse oneEvent(HttpRequest request) {
        return HttpResponse.late(reply -> {
            try (EventStream stream = reply.stream()) {
                stream.send(ServerEvent.of("one"));
            }
        });
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
}
