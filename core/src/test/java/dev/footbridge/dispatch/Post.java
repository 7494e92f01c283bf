package dev.footbridge.dispatch;

import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.http.ServerEvent;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A client in a test: sends one HTTP request to a handler and collects what comes back, while it comes. */
final class Post {

    private final BlockingQueue<ServerEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<HttpResponse> whole = new LinkedBlockingQueue<>();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Semaphore beatsIntoTheVoid = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean gone;
    private volatile boolean streamClosed;
    private Thread worker = Thread.currentThread();

    private Post() {}

    static final String MODERN_META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{\"elicitation\":{}}}";

    /** A modern request with the headers that belong to it; {@code params} without braces, maybe empty. */
    static Post modern(HttpHandler handler, String method, String name, String params) {
        return modern(handler, method, name, params, true);
    }

    /** @param live false for a platform that holds the response back until it is complete */
    static Post modern(HttpHandler handler, String method, String name, String params, boolean live) {
        Map<String, List<String>> headers = new LinkedHashMap<>(common());
        headers.put("mcp-protocol-version", List.of("2026-07-28"));
        headers.put("mcp-method", List.of(method));
        if (!name.isEmpty()) {
            headers.put("mcp-name", List.of(name));
        }
        String all = params.isEmpty() ? MODERN_META : params + "," + MODERN_META;
        return send(
                handler,
                "POST",
                headers,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":{" + all + "}}",
                live);
    }

    /** A legacy message in a session; an empty session id sends none. */
    static Post legacy(HttpHandler handler, String session, String body) {
        return send(handler, "POST", inSession(session), body);
    }

    /** The id of a session that begins, of a client with these capabilities. */
    static String session(HttpHandler handler, String capabilities) throws InterruptedException {
        String initialize = "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{"
                + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":" + capabilities
                + ",\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";
        return legacy(handler, "", initialize)
                .response()
                .headers()
                .first("mcp-session-id")
                .orElseThrow();
    }

    static Post get(HttpHandler handler, String session, Map<String, List<String>> more) {
        Map<String, List<String>> headers = new LinkedHashMap<>(inSession(session));
        headers.putAll(more);
        return send(handler, "GET", headers, "");
    }

    static Post delete(HttpHandler handler, String session) {
        return send(handler, "DELETE", inSession(session), "");
    }

    static Post send(HttpHandler handler, String method, Map<String, List<String>> headers, String body) {
        return send(handler, method, headers, body, true);
    }

    /** @param live false for a platform that holds the response back until it is complete */
    static Post send(HttpHandler handler, String method, Map<String, List<String>> headers, String body, boolean live) {
        return send(
                handler,
                method,
                headers,
                body,
                new Arrival(UUID.randomUUID().toString(), Optional.empty(), Optional.empty(), live));
    }

    /** On a platform that cuts the request off then. */
    static Post until(
            Instant deadline, HttpHandler handler, String method, Map<String, List<String>> headers, String body) {
        return send(
                handler,
                method,
                headers,
                body,
                new Arrival(UUID.randomUUID().toString(), Optional.empty(), Optional.of(deadline), true));
    }

    private static Post send(
            HttpHandler handler, String method, Map<String, List<String>> headers, String body, Arrival arrival) {
        Post post = new Post();
        HttpRequest request = new HttpRequest(method, "/mcp", "", new Headers(headers), Bytes.utf8(body), arrival);
        HttpResponse response = handler.handle(request);
        if (response.body() instanceof LateBody late) {
            post.worker = new Thread(() -> late.answer(post.reply(response, arrival.live())), "test-connection");
            post.worker.setDaemon(true);
            post.worker.start();
        } else {
            post.whole.add(response);
        }
        return post;
    }

    /** The whole response; fails if a stream was opened or nothing came. */
    HttpResponse response() throws InterruptedException {
        HttpResponse response = whole.poll(10, TimeUnit.SECONDS);
        if (response == null) {
            throw new AssertionError("no whole response, events so far: " + events);
        }
        return response;
    }

    JsonObject json() throws InterruptedException {
        return parse(((Bytes) response().body()).asUtf8());
    }

    /** The next event of the stream. */
    ServerEvent event() throws InterruptedException {
        ServerEvent event = events.poll(10, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("no event");
        }
        return event;
    }

    /** The next event that holds a message. */
    JsonObject message() throws InterruptedException {
        ServerEvent event = event();
        return event.data().isEmpty() ? message() : parse(event.data());
    }

    /** The client closes the connection. */
    void hangUp() {
        gone = true;
    }

    /** Waits for the stream to be opened. */
    boolean opened() throws InterruptedException {
        return opened.await(10, TimeUnit.SECONDS);
    }

    /** Waits until the server has found the client gone, and has tried once more. */
    boolean missedTwice() throws InterruptedException {
        return beatsIntoTheVoid.tryAcquire(2, 10, TimeUnit.SECONDS);
    }

    /** Waits for the stream to be closed. */
    boolean closed() throws InterruptedException {
        return closed.await(5, TimeUnit.SECONDS);
    }

    /** Whether anything came: a message or a whole response. */
    boolean saidAnything() {
        return !events.isEmpty() || !whole.isEmpty();
    }

    boolean streamClosed() {
        return streamClosed;
    }

    /** Waits until the handler has nothing more to send. */
    void end() throws InterruptedException {
        worker.join(10_000);
    }

    /** The thread of a live connection is its own, that of a platform's invocation is not. */
    private LateBody.Reply reply(HttpResponse held, boolean live) {
        return new LateBody.Reply() {
            @Override
            public void whole(HttpResponse response) {
                whole.add(
                        new HttpResponse(response.status(), held.headers().with(response.headers()), response.body()));
            }

            @Override
            public EventStream stream() {
                opened.countDown();
                return new Stream();
            }

            @Override
            public boolean lendsThread() {
                return live;
            }
        };
    }

    private final class Stream implements EventStream {
        @Override
        public boolean send(ServerEvent event) {
            return !gone && !streamClosed && events.add(event);
        }

        @Override
        public boolean keepAlive() {
            if (gone) {
                beatsIntoTheVoid.release();
            }
            return !gone && !streamClosed;
        }

        @Override
        public void close() {
            streamClosed = true;
            closed.countDown();
        }
    }

    static Map<String, List<String>> common() {
        return Map.of(
                "host", List.of("localhost:80"),
                "content-type", List.of("application/json"),
                "accept", List.of("application/json, text/event-stream"));
    }

    static Map<String, List<String>> inSession(String session) {
        Map<String, List<String>> headers = new LinkedHashMap<>(common());
        if (!session.isEmpty()) {
            headers.put("mcp-session-id", List.of(session));
        }
        return headers;
    }

    static JsonObject parse(String text) {
        try {
            return (JsonObject) JsonReader.read(text);
        } catch (JsonException broken) {
            throw new AssertionError("not JSON: " + text, broken);
        }
    }
}
