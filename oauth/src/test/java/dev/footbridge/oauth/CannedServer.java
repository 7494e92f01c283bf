package dev.footbridge.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A server on loopback with documents at exact paths, and 404 everywhere else. */
final class CannedServer implements AutoCloseable {

    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final HttpServer server;

    CannedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noSocket) {
            throw new UncheckedIOException(noSocket);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    void put(String path, String document) {
        documents.put(path, document.replace("$URL", url()));
    }

    void remove(String path) {
        documents.remove(path);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String document = documents.get(exchange.getRequestURI().getRawPath());
        byte[] bytes = (document == null ? "" : document).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(document == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
