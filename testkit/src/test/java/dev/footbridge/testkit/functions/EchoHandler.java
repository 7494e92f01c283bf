package dev.footbridge.testkit.functions;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A custom handler that says what reached it, or an answer in two parts. */
final class EchoHandler {

    private EchoHandler() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("FUNCTIONS_CUSTOMHANDLER_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", EchoHandler::describe);
        CountDownLatch asked = new CountDownLatch(1);
        server.createContext("/stream", exchange -> stream(exchange, asked));
        server.createContext("/go", exchange -> {
            asked.countDown();
            describe(exchange);
        });
        server.start();
    }

    private static void describe(HttpExchange exchange) throws IOException {
        try (exchange) {
            StringBuilder text = new StringBuilder(System.getenv().getOrDefault("SETTING", "") + "\n"
                    + exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n");
            new TreeMap<>(exchange.getRequestHeaders())
                    .forEach((name, values) ->
                            text.append(name).append(": ").append(values).append('\n'));
            text.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("WWW-Authenticate", "one");
            exchange.getResponseHeaders().add("WWW-Authenticate", "two");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The second line waits until somebody asks for {@code /go}. */
    private static void stream(HttpExchange exchange, CountDownLatch asked) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write(new byte[] {'o', 'n', 'e', '\n'});
            out.flush();
            asked.await();
            out.write(new byte[] {'t', 'w', 'o', '\n'});
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
