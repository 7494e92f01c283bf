package dev.footbridge.testkit.functions;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** A custom handler that says what reached it, or sends back line by line what it is sent, as it comes. */
final class EchoHandler {

    private EchoHandler() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("FUNCTIONS_CUSTOMHANDLER_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", EchoHandler::describe);
        server.createContext("/stream", EchoHandler::stream);
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

    private static void stream(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            InputStream in = exchange.getRequestBody();
            OutputStream out = exchange.getResponseBody();
            out.flush();
            int read = in.read();
            while (read >= 0) {
                out.write(read);
                if (read == '\n') {
                    out.flush();
                }
                read = in.read();
            }
        }
    }
}
