package dev.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.dispatch.Conversation;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.log.Log;
import dev.footbridge.security.Authenticator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SseTransportTest {

    private final List<Caller> senders = new CopyOnWriteArrayList<>();
    private final List<String> addresses = new CopyOnWriteArrayList<>();
    private final Set<String> takenBack = ConcurrentHashMap.newKeySet();
    private volatile Instant now = Instant.EPOCH;
    private final CountDownLatch conversationClosed = new CountDownLatch(1);
    private final SseTransport transport = new SseTransport(
            this::echo, this::byHeader, new SseTransport.Settings(1, Duration.ofMillis(100)), () -> now);
    private final LocalServer server = new LocalServer(LocalSettings.loopback(0, transport.routes()), Log.none());

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(Duration.ZERO, transport::close);
    }

    @Test
    void messagesPostedToTheEndpointAreAnsweredOnTheStream() throws IOException {
        try (RawClient stream = connect();
                RawClient posts = connect()) {
            String endpoint = open(stream, "ann");

            assertThat(endpoint).matches("/messages\\?sessionId=[A-Za-z0-9_-]{32}");
            assertThat(post(posts, endpoint, "ann", "{\"id\":1}")).startsWith("HTTP/1.1 202 ");
            assertThat(stream.readUntil("}\n\n")).contains("event: message\ndata: {\"id\":1}\n\n");
        }
    }

    @Test
    void sessionOfAnotherCallerDoesNotExist() throws IOException {
        try (RawClient stream = connect();
                RawClient posts = connect()) {
            String endpoint = open(stream, "ann");

            assertThat(post(posts, endpoint, "bob", "{}")).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void sessionOfAnotherKeyOfTheSameOwnerDoesNotExist() throws IOException {
        try (RawClient stream = connect();
                RawClient posts = connect()) {
            String endpoint = open(stream, "ann\r\nX-Client: key-1");

            assertThat(post(posts, endpoint, "ann\r\nX-Client: key-2", "{}")).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void aMessageIsOfWhoeverSentItAndNotOfWhoOpenedTheStream() throws IOException {
        try (RawClient stream = connect();
                RawClient posts = connect()) {
            String endpoint = open(stream, "ann");

            assertThat(post(posts, endpoint, "ann\r\nX-Scope: less", "{}")).startsWith("HTTP/1.1 202 ");

            assertThat(senders)
                    .singleElement()
                    .satisfies(sender -> assertThat(sender.scopes()).containsExactly("less"));
            assertThat(addresses).containsExactly("127.0.0.1");
        }
    }

    @Test
    void aStreamEndsWithTheNewestCredentialThatWasShown() throws Exception {
        try (RawClient stream = connect();
                RawClient posts = connect()) {
            String endpoint = open(stream, "ann");
            post(posts, endpoint, "ann\r\nX-Scope: newer", "{\"id\":1}");
            takenBack.add("");
            now = now.plus(Duration.ofMinutes(1));
            assertThat(conversationClosed.await(500, TimeUnit.MILLISECONDS)).isFalse();

            takenBack.add("newer");
            now = now.plus(Duration.ofMinutes(1));

            assertThat(conversationClosed.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void bodiesThatAreNotJsonAre415() throws IOException {
        try (RawClient stream = connect();
                RawClient posts = connect()) {
            String endpoint = open(stream, "ann");

            assertThat(post(posts, endpoint, "ann", "text/plain", "{\"id\":1}")).startsWith("HTTP/1.1 415 ");
            assertThat(senders).isEmpty();
        }
    }

    @Test
    void messagesOf20260728AreRefused() throws IOException {
        try (RawClient stream = connect();
                RawClient posts = connect()) {
            String endpoint = open(stream, "ann");
            String modern = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"_meta\":"
                    + "{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}}";

            assertThat(post(posts, endpoint, "ann", modern)).startsWith("HTTP/1.1 400 ");
            assertThat(senders).isEmpty();
        }
    }

    @Test
    void unknownSessionIs404() throws IOException {
        try (RawClient posts = connect()) {
            assertThat(post(posts, "/messages?sessionId=guess", "ann", "{}")).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void callerNobodyKnowsGetsNoStream() throws IOException {
        try (RawClient client = connect()) {
            client.get("/sse");

            assertThat(client.readUntil("}}")).startsWith("HTTP/1.1 401 ").contains("\r\nwww-authenticate: Test\r\n");
        }
    }

    @Test
    void sessionBeyondTheLimitIs503() throws IOException {
        try (RawClient first = connect();
                RawClient second = connect()) {
            open(first, "ann");
            begin(second, "ann");

            assertThat(second.readUntil("}}")).startsWith("HTTP/1.1 503 ");
        }
    }

    @Test
    void otherMethodsAre405() throws IOException {
        try (RawClient client = connect()) {
            assertThat(client.post("/sse", "{}").readUntil("}}"))
                    .startsWith("HTTP/1.1 405 ")
                    .contains("\r\nallow: GET\r\n");
            assertThat(client.get("/messages").readUntil("}}"))
                    .startsWith("HTTP/1.1 405 ")
                    .contains("\r\nallow: POST\r\n");
        }
    }

    @Test
    void clientThatGoesEndsItsConversation() throws Exception {
        RawClient stream = connect();
        open(stream, "ann");

        stream.close();

        assertThat(conversationClosed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private RawClient connect() throws IOException {
        return RawClient.connect(server.port());
    }

    private static void begin(RawClient client, String caller) throws IOException {
        client.send("GET /sse HTTP/1.1\r\nHost: localhost\r\nX-Caller: " + caller + "\r\n\r\n");
    }

    private static String open(RawClient client, String caller) throws IOException {
        begin(client, caller);
        String event = client.readUntil("\n\n");
        while (!event.contains("event: endpoint\ndata: ")) {
            event = client.readUntil("\n\n");
        }
        return event.substring(event.indexOf("data: ") + 6).strip();
    }

    private static String post(RawClient client, String path, String caller, String body) throws IOException {
        return post(client, path, caller, "application/json", body);
    }

    private static String post(RawClient client, String path, String caller, String type, String body)
            throws IOException {
        return client.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Caller: " + caller + "\r\nContent-Type: "
                        + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .readUntil("\r\n\r\n");
    }

    private Authenticator.Outcome byHeader(HttpRequest request) {
        return request.headers()
                .first("x-caller")
                .filter(name ->
                        !takenBack.contains(request.headers().first("x-scope").orElse("")))
                .<Authenticator.Outcome>map(name -> new Authenticator.Identified(Caller.named(
                                "test", name, AuthMethod.API_KEY)
                        .client(request.headers().first("x-client").orElse(""))
                        .scopes(request.headers().first("x-scope").map(Set::of).orElse(Set.of()))
                        .build()))
                .orElseGet(() -> new Authenticator.Refused(401, "Test", "Say who you are."));
    }

    private Conversation echo(Caller caller, Conversation.Outlet outlet) {
        return new Conversation() {
            @Override
            public void receive(Bytes message) {
                outlet.send(message);
            }

            @Override
            public void receive(Bytes message, Caller sender, Arrival arrival) {
                senders.add(sender);
                addresses.add(arrival.remoteAddress().orElse(""));
                receive(message);
            }

            @Override
            public void awaitAnswers(Duration patience) {}

            @Override
            public void close() {
                conversationClosed.countDown();
            }
        };
    }
}
