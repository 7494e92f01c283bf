package dev.footbridge.azure.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The endpoint for identities beside a process, as App Service and Functions have it. */
public final class FakeIdentity implements AutoCloseable {

    public static final String HEADER = "a header for tests";

    private final HttpServer server;
    private final Supplier<String> tokens;
    private final InstantSource clock;
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>(new ArrayDeque<>());
    private volatile Duration life = Duration.ofHours(24);

    public FakeIdentity(Supplier<String> tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/msi/token", this::serve);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/msi/token";
    }

    /** What it was asked, as it was written. */
    public List<String> queries() {
        return queries;
    }

    /** Its next answers have these instead of 200. */
    public void next(Integer... next) {
        statuses.addAll(List.of(next));
    }

    public void life(Duration next) {
        life = next;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        queries.add(exchange.getRequestURI().getRawQuery());
        boolean knows = HEADER.equals(exchange.getRequestHeaders().getFirst("X-IDENTITY-HEADER"));
        int status = knows ? Optional.ofNullable(statuses.poll()).orElse(200) : 401;
        byte[] body = JsonWriter.bytes(JsonObject.builder()
                .put("access_token", tokens.get())
                .put("expires_on", Long.toString(clock.instant().plus(life).getEpochSecond()))
                .put("token_type", "Bearer")
                .build());
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
