package dev.footbridge.testkit.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.footbridge.http.Bytes;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * What stands between clients and a Lambda function, on a loopback port: HTTP in, event out, answer back. As the real
 * ones do it renames {@code WWW-Authenticate}, and gives up on a function that takes too long.
 */
public final class FrontDoorEmulator implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final RuntimeEmulator runtime;
    private final Settings settings;

    /**
     * How the door behaves.
     *
     * @param identify what it finds out about the caller of a request, to be said under {@code authorizer}; a door that
     *     does not let it in throws {@link SecurityException}, which is answered with 403 and its message
     * @param limit how long a function may take
     */
    public record Settings(Door door, Function<DoorRequest, JsonObject> identify, Duration limit) {

        public static Settings of(Door door) {
            return new Settings(door, unused -> JsonObject.EMPTY, Duration.ofSeconds(30));
        }

        public Settings identifying(Function<DoorRequest, JsonObject> by) {
            return new Settings(door, by, limit);
        }
    }

    private FrontDoorEmulator(HttpServer server, RuntimeEmulator runtime, Settings settings) {
        this.server = server;
        this.runtime = runtime;
        this.settings = settings;
    }

    public static FrontDoorEmulator start(int port, RuntimeEmulator runtime, Settings settings) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        FrontDoorEmulator door = new FrontDoorEmulator(server, runtime, settings);
        server.setExecutor(door.threads);
        server.createContext("/", door::handle);
        server.start();
        return door;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            DoorRequest asked = asked(exchange);
            try {
                JsonObject authorizer = settings.identify().apply(asked);
                byte[] event = Events.of(settings.door(), asked, authorizer);
                new Relay(exchange, settings.door()).answer(runtime.submit(event, settings.limit()));
            } catch (SecurityException nobody) {
                refuse(exchange, String.valueOf(nobody.getMessage()));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuse(HttpExchange exchange, String message) throws IOException {
        byte[] body = JsonWriter.bytes(JsonObject.of("Message", message));
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(403, body.length);
        exchange.getResponseBody().write(body);
    }

    private static DoorRequest asked(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        String query = exchange.getRequestURI().getRawQuery();
        return new DoorRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query == null ? "" : query,
                headers,
                Bytes.of(exchange.getRequestBody().readAllBytes()),
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
