package dev.footbridge.azure.secret;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A vault that takes the tokens {@code good…}, and answers as Key Vault does. */
final class FakeVault implements AutoCloseable {

    /** @param code of the inner error */
    record Fault(int status, String code) {}

    final Map<String, String> secrets = new ConcurrentHashMap<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final Queue<Fault> faults = new ConcurrentLinkedQueue<>();

    private final HttpServer server;

    FakeVault() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        Fault fault = faults.poll();
        String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String value = secrets.get(exchange.getRequestURI().getPath());
        if (fault != null) {
            send(exchange, fault.status, error(fault.code));
        } else if (!token.startsWith("Bearer good")) {
            exchange.getResponseHeaders()
                    .set("WWW-Authenticate", "Bearer authorization=\"" + address() + "/elsewhere\", resource=\"x\"");
            send(exchange, 401, error("Unauthorized"));
        } else if (value == null) {
            send(exchange, 404, error("SecretNotFound"));
        } else {
            send(exchange, 200, JsonObject.of("value", value));
        }
    }

    private static JsonObject error(String code) {
        return JsonObject.of(
                "error",
                JsonObject.builder()
                        .put("code", "Forbidden")
                        .put("message", "for people")
                        .put("innererror", JsonObject.of("code", code))
                        .build());
    }

    private static void send(HttpExchange exchange, int status, JsonObject body) throws IOException {
        byte[] bytes = JsonWriter.bytes(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
