package dev.footbridge.aws.dynamo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
import org.jspecify.annotations.Nullable;

/** As much of DynamoDB as the store asks for, one request at a time, with faults in the order they are told. */
public final class FakeDynamo implements AutoCloseable {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

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
        if (target.endsWith(".GetItem")) {
            JsonObject found = items.get(key(request.object("Key").orElseThrow()));
            return JsonObject.builder().putIfPresent("Item", found).build();
        }
        JsonObject item = request.object("Item").orElseThrow();
        JsonObject old = items.get(key(item));
        if (!holds(request, old)) {
            return JsonObject.builder()
                    .put("__type", "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException")
                    .putIfPresent("Item", old)
                    .build();
        }
        items.put(key(item), item);
        return JsonObject.EMPTY;
    }

    /** The two conditions that the store writes, and no others. */
    private static boolean holds(JsonObject request, @Nullable JsonObject old) {
        JsonObject values = request.object("ExpressionAttributeValues").orElseThrow();
        boolean dead = old == null || number(old, "e").compareTo(number(values, ":now")) <= 0;
        return switch (request.string("ConditionExpression").orElseThrow()) {
            case "attribute_not_exists(pk) OR e <= :now" -> dead;
            case "t = :tag AND e > :now" ->
                old != null && !dead && Attribute.text(old, "t").equals(Attribute.text(values, ":tag"));
            default -> throw new IllegalArgumentException("a condition that is new here");
        };
    }

    private static BigDecimal number(JsonObject item, String name) {
        return new BigDecimal(item.object(name).orElseThrow().string("N").orElseThrow());
    }

    private static String key(JsonObject item) {
        return Attribute.text(item, "pk").orElseThrow();
    }
}
