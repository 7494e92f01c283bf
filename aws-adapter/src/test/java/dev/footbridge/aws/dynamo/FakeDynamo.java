package dev.footbridge.aws.dynamo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** As much of DynamoDB as the stores ask for, one request at a time, with faults in the order they are told. */
public final class FakeDynamo implements AutoCloseable {

    /** What happens to one request. */
    public enum Fault {
        NONE,
        /** It is carried out, and the connection closes without an answer. */
        LOST_ANSWER,
        LOST_REQUEST,
        HANGS,
        THROTTLED,
        BROKEN,
        EXPIRED,
        DENIED,
        NO_TABLE,
        GIBBERISH
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, JsonObject> items = new HashMap<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>(new ArrayDeque<>());
    private final List<String> operations = new CopyOnWriteArrayList<>();
    private volatile boolean silent;
    private final CountDownLatch closed = new CountDownLatch(1);

    public FakeDynamo() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Every operation that arrived, the unanswered ones too. */
    public List<String> operations() {
        return operations;
    }

    /** Every item. */
    synchronized List<JsonObject> items() {
        return List.copyOf(items.values());
    }

    /** Writes an attribute into every item. */
    synchronized void spoil(String name, JsonObject value) {
        items.replaceAll((key, item) ->
                JsonObject.builder().putAll(item).put(name, value).build());
    }

    /** From now on failed conditions do not tell what they met, as with dynalite. */
    void tellNothing() {
        silent = true;
    }

    public void next(Fault... next) {
        faults.addAll(List.of(next));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        operations.add(target.substring(target.indexOf('.') + 1));
        Fault fault = Optional.ofNullable(faults.poll()).orElse(Fault.NONE);
        switch (fault) {
            case NONE -> answer(exchange, target, text);
            case LOST_ANSWER -> {
                carryOut(target, JsonReader.readObject(text).orElseThrow());
                exchange.close();
            }
            case LOST_REQUEST -> exchange.close();
            case HANGS -> hang();
            case THROTTLED -> error(exchange, 400, "ProvisionedThroughputExceededException");
            case BROKEN -> error(exchange, 500, "InternalServerError");
            case EXPIRED -> error(exchange, 400, "ExpiredTokenException");
            case DENIED -> error(exchange, 400, "AccessDeniedException");
            case NO_TABLE -> error(exchange, 400, "ResourceNotFoundException");
            case GIBBERISH -> send(exchange, 403, "<html>");
        }
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, String target, String text) throws IOException {
        JsonObject answer = carryOut(target, JsonReader.readObject(text).orElseThrow());
        send(exchange, answer.has("__type") ? 400 : 200, JsonWriter.text(answer));
    }

    private static void error(HttpExchange exchange, int status, String type) throws IOException {
        send(
                exchange,
                status,
                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + type + "\",\"message\":\"so it is\"}");
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized JsonObject carryOut(String target, JsonObject request) {
        boolean puts = target.endsWith(".PutItem");
        String key = key(request.object(puts ? "Item" : "Key").orElseThrow());
        JsonObject old = items.get(key);
        if (target.endsWith(".GetItem")) {
            return JsonObject.builder().putIfPresent("Item", old).build();
        }
        JsonObject before = old == null ? JsonObject.EMPTY : old;
        if (!Expression.holds(request, before)) {
            return JsonObject.builder()
                    .put("__type", "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException")
                    .putIfPresent("Item", silent ? null : old)
                    .build();
        }
        JsonObject after = puts ? request.object("Item").orElseThrow() : Expression.updated(request, before);
        items.put(key, after);
        return puts
                ? JsonObject.EMPTY
                : JsonObject.builder().put("Attributes", after).build();
    }

    private static String key(JsonObject item) {
        return Attribute.text(item, "pk").orElseThrow();
    }
}
