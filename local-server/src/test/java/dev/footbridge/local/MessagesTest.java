package dev.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where requests and responses begin and end, and what is in them (RFC 9112). */
final class MessagesTest {

    @RegisterExtension
    private final ServerUnderTest server = new ServerUnderTest();

    @Test
    void requestsSentAtOnceAreAnsweredInOrder() throws IOException {
        AtomicInteger count = new AtomicInteger();
        int port = server.serve(request -> HttpResponse.text(200, "number " + count.incrementAndGet() + "!"));

        try (RawClient client = RawClient.connect(port)) {
            client.send("GET /mcp HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(1000));
            for (int number = 1; number <= 1000; number++) {
                assertThat(client.readUntil("!")).endsWith("number " + number + "!");
            }
        }
    }

    @Test
    void malformedRequestIs400WithJsonBody() throws IOException {
        int port = server.serve(request -> HttpResponse.empty(200));

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
        int port = server.serve(request -> HttpResponse.empty(200));

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
    void bodyIsAskedForWhenTheClientWaits() throws IOException {
        int port = server.serve(request -> HttpResponse.text(200, request.body().asUtf8()));

        try (RawClient client = RawClient.connect(port)) {
            client.sendLines(
                    "POST /mcp HTTP/1.1", "Host: localhost", "Content-Length: 4", "Expect: 100-continue", "", "");

            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
            assertThat(client.send("body").readUntil("body")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void requestsOnOneConnectionAreAnsweredInTurn() throws IOException {
        int port = server.serve(request -> HttpResponse.text(200, "<" + request.query() + ">"));

        try (RawClient client = RawClient.connect(port)) {
            client.get("/mcp?1").get("/mcp?2");

            assertThat(client.readUntil("<1>")).startsWith("HTTP/1.1 200 ");
            assertThat(client.readUntil("<2>")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void otherExpectationIs417() throws IOException {
        int port = server.serve(request -> HttpResponse.empty(200));

        try (RawClient client = RawClient.connect(port)) {
            client.send("GET /mcp HTTP/1.1\r\nHost: localhost\r\nExpect: a miracle\r\n\r\n");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 417 ");
        }
    }

    @Test
    void refusedHeadHasNoBodyEither() throws IOException {
        int port = server.serve(request -> HttpResponse.empty(200));

        try (RawClient client = RawClient.connect(port)) {
            client.send("HEAD /mcp HTTP/1.1\r\nHost: localhost\r\nExpect: a miracle\r\n\r\n");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 417 ").endsWith("\r\n\r\n");
        }
    }

    @Test
    void emptyLinesBeforeARequestAreSkippedUntilThereAreTooMany() throws IOException {
        int port = server.serve(request -> HttpResponse.text(200, "served"));

        try (RawClient client = RawClient.connect(port)) {
            client.send("\r\n\r\n").get("/mcp");
            assertThat(client.readUntil("served")).startsWith("HTTP/1.1 200 ");
            client.send("\r\n".repeat(20)).get("/mcp");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void extensionOfTheLastChunkMayHoldAnyText() throws IOException {
        int port = server.serve(request -> HttpResponse.text(200, request.body().asUtf8()));

        try (RawClient client = RawClient.connect(port)) {
            client.sendLines("POST /mcp HTTP/1.1", "Host: localhost", "Transfer-Encoding: chunked", "", "");
            client.sendLines("4", "body", "0;a=\"\u0085\"", "X-Trailer: legal", "", "");
            assertThat(client.readUntil("body")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void headHasTheLengthOfABodyThatIsNotSent() throws IOException {
        int port = server.serve(request -> HttpResponse.text(200, "12345").with("content-length", "9"));

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
        int port = server.serve(request -> HttpResponse.text(204, "none").with("content-length", "4"));

        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.get("/mcp").readUntil("\r\n\r\n")).doesNotContain("content-length");
            assertThat(client.get("/healthz").readUntil("}")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void absoluteFormIsServedIfItsAuthorityIsTheHost() throws IOException {
        int port = server.serve(request -> HttpResponse.text(200, "<" + request.path() + "|" + request.query() + ">"));

        try (RawClient client = RawClient.connect(port)) {
            client.send("GET http://Localhost:1/mcp?a=b HTTP/1.1\r\nHost: localhost:1\r\n\r\n");
            assertThat(client.readUntil(">")).endsWith("</mcp|a=b>");
            client.send("GET http://localhost:2/mcp HTTP/1.1\r\nHost: localhost:1\r\n\r\n");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void valueOfAHandlerNeverEndsItsLine() throws IOException {
        int port =
                server.serve(request -> HttpResponse.text(200, "end").with("x-odd", "a\r\nset-cookie: evil\u007f\0"));

        try (RawClient client = RawClient.connect(port)) {
            assertThat(client.get("/mcp").readUntil("end")).contains("\r\nx-odd: a  set-cookie: evil  \r\n");
        }
    }

    @Test
    void bodyOfManyPartsIsReadWhole() throws IOException {
        int port = server.serve(
                request -> HttpResponse.text(200, "<" + request.body().length() + ">"));

        try (RawClient client = RawClient.connect(port)) {
            for (int size : new int[] {0, 1, 8_191, 8_192, 100_000, 1 << 20}) {
                assertThat(client.post("/mcp", "x".repeat(size)).readUntil(">")).endsWith("<" + size + ">");
            }
        }
    }

    @Test
    void bodyQueryAndRepeatedHeadersReachTheHandler() throws IOException {
        BlockingQueue<HttpRequest> seen = new ArrayBlockingQueue<>(1);
        int port = server.serve(request -> {
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
}
