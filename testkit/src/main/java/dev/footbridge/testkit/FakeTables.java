package dev.footbridge.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** As much of Table storage as the store asks for, one request at a time, with faults in the order they are told. */
public final class FakeTables implements AutoCloseable {

    /** What happens to one request. */
    public enum Fault {
        NONE,
        /** It is carried out, and the connection closes without an answer. */
        LOST_ANSWER,
        LOST_REQUEST,
        HANGS,
        THROTTLED,
        BROKEN,
        DENIED,
        WRONG_KEY,
        NO_KEYS,
        NO_TABLE,
        GIBBERISH
    }

    private static final Pattern ENTITY = Pattern.compile("PartitionKey='([^']*)',RowKey='([^']*)'");
    private static final Pattern FILTER =
            Pattern.compile("\\$filter=PartitionKey ge '([^']*)' and PartitionKey lt '([^']*)'&\\$top=(\\d+).*");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Stored> entities = new TreeMap<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<String> operations = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int pageSize = 1000;
    private int writes;

    private record Stored(JsonObject entity, String etag) {}

    private record Answer(int status, String etag, JsonObject body, String next) {}

    public FakeTables() {
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
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/account";
    }

    /** Every operation that arrived, the unanswered ones too: method, and {@code x} for the index. */
    public List<String> operations() {
        return operations;
    }

    public List<String> authorizations() {
        return authorizations;
    }

    /** The keys of everything, as {@code partition/row}. */
    public synchronized List<String> keys() {
        return List.copyOf(entities.keySet());
    }

    /** Writes a property into every value. */
    public synchronized void spoil(String name, String value) {
        entities.replaceAll((key, old) -> new Stored(
                JsonObject.builder().putAll(old.entity).put(name, value).build(), old.etag));
    }

    /** How many entities it looks at for one page, wanted or not. */
    public void pages(int size) {
        pageSize = size;
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
        JsonObject body = JsonReader.readObject(
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .orElse(JsonObject.EMPTY);
        String uri = exchange.getRequestURI().toString();
        boolean index = uri.contains("='x-") || uri.contains("filter");
        operations.add(exchange.getRequestMethod() + (index ? " x" : ""));
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        switch (Optional.ofNullable(faults.poll()).orElse(Fault.NONE)) {
            case NONE -> send(exchange, carryOut(exchange, body));
            case LOST_ANSWER -> {
                carryOut(exchange, body);
                exchange.close();
            }
            case LOST_REQUEST -> exchange.close();
            case HANGS -> hang();
            case THROTTLED -> send(exchange, error(503, "ServerBusy"));
            case BROKEN -> send(exchange, error(500, "InternalError"));
            case DENIED -> send(exchange, error(403, "AuthorizationPermissionMismatch"));
            case WRONG_KEY -> send(exchange, error(403, "AuthenticationFailed"));
            case NO_KEYS -> send(exchange, error(403, "KeyBasedAuthenticationNotPermitted"));
            case NO_TABLE -> send(exchange, error(404, "TableNotFound"));
            case GIBBERISH -> send(exchange, new Answer(418, "", JsonObject.EMPTY, ""));
        }
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body.isEmpty() ? new byte[0] : JsonWriter.bytes(answer.body);
        if (!answer.etag.isEmpty()) {
            exchange.getResponseHeaders().set("ETag", answer.etag);
        }
        if (!answer.next.isEmpty()) {
            exchange.getResponseHeaders().set("x-ms-continuation-NextPartitionKey", answer.next);
        }
        exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Answer error(int status, String code) {
        JsonObject error = JsonObject.builder()
                .put("code", code)
                .put("message", JsonObject.of("value", "so it is\nsecret line"))
                .build();
        return new Answer(status, "", JsonObject.of("odata.error", error), "");
    }

    private synchronized Answer carryOut(HttpExchange exchange, JsonObject body) {
        String method = exchange.getRequestMethod();
        String query = exchange.getRequestURI().getRawQuery();
        if (query != null) {
            return list(URLDecoder.decode(query, StandardCharsets.UTF_8));
        }
        if (method.equals("POST")) {
            String key = body.string("PartitionKey").orElseThrow() + "/"
                    + body.string("RowKey").orElseThrow();
            return entities.containsKey(key) ? error(409, "EntityAlreadyExists") : write(key, body);
        }
        Matcher entity = ENTITY.matcher(exchange.getRequestURI().getPath());
        if (!entity.find()) {
            return error(400, "InvalidUri");
        }
        return one(
                method,
                entity.group(1) + "/" + entity.group(2),
                exchange.getRequestHeaders().getFirst("If-Match"),
                body);
    }

    private Answer one(String method, String key, @Nullable String match, JsonObject body) {
        Stored old = entities.get(key);
        if (method.equals("PUT") && match == null) {
            return write(key, body);
        }
        if (old == null) {
            return error(404, "ResourceNotFound");
        }
        if (method.equals("GET")) {
            return new Answer(200, old.etag, old.entity, "");
        }
        if (!old.etag.equals(match)) {
            return error(412, "UpdateConditionNotSatisfied");
        }
        if (method.equals("PUT")) {
            return write(key, body);
        }
        entities.remove(key);
        return new Answer(204, "", JsonObject.EMPTY, "");
    }

    private Answer write(String key, JsonObject body) {
        String etag = "W/\"datetime'" + ++writes + "'\"";
        entities.put(key, new Stored(body, etag));
        return new Answer(204, etag, JsonObject.EMPTY, "");
    }

    private Answer list(String query) {
        Matcher filter = FILTER.matcher(query);
        if (!filter.matches()) {
            return error(400, "InvalidInput");
        }
        int from = query.indexOf("NextPartitionKey=");
        String start = from < 0 ? "" : query.substring(from + "NextPartitionKey=".length());
        List<Json> found = new ArrayList<>();
        int looked = 0;
        for (Map.Entry<String, Stored> entry : entities.entrySet()) {
            String pk = entry.getValue().entity.string("PartitionKey").orElseThrow();
            if (pk.compareTo(start) < 0) {
                continue;
            }
            if (looked++ == pageSize || found.size() == Integer.parseInt(filter.group(3))) {
                return new Answer(200, "", JsonObject.of("value", new JsonArray(found)), pk);
            }
            if (pk.compareTo(filter.group(1)) >= 0 && pk.compareTo(filter.group(2)) < 0) {
                found.add(entry.getValue().entity.with("odata.etag", Json.of(entry.getValue().etag)));
            }
        }
        return new Answer(200, "", JsonObject.of("value", new JsonArray(found)), "");
    }
}
