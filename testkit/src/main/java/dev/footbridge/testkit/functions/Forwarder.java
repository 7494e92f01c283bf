package dev.footbridge.testkit.functions;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Passes requests on to a custom handler, and answers back as they come. Like the host's own forwarder it keeps every
 * header field but those of one connection; the destination's {@code Host} and what the host itself saw of the client
 * take the place of what was there. Thread-safe.
 */
final class Forwarder {

    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");
    private static final int PIECE = 8192;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    /** @param port of the handler, on loopback */
    Forwarder(int port) {
        this.port = port;
    }

    /** @param passed as the front end passed it on, without its body */
    void forward(HttpExchange exchange, HostRequest passed) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                client.send(request(exchange, passed), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            answer.headers().map().forEach((name, values) -> {
                if (!OF_ONE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), length(exchange, answer));
            copy(body, exchange.getResponseBody());
        }
    }

    private HttpRequest request(HttpExchange exchange, HostRequest passed) {
        String query = passed.query().isEmpty() ? "" : "?" + passed.query();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + passed.path() + query))
                .method(passed.method(), body(exchange));
        passed.headers().forEach((name, values) -> {
            if (!OF_ONE_CONNECTION.contains(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        seen(passed).forEach(request::setHeader);
        return request.build();
    }

    /** The forwarder sets these anew, so that nobody can invent them. */
    private static Map<String, String> seen(HostRequest passed) {
        return Map.of(
                "x-forwarded-for",
                passed.address(),
                "x-forwarded-host",
                passed.header("host"),
                "x-forwarded-proto",
                "https",
                "x-ms-invocation-id",
                UUID.randomUUID().toString());
    }

    private static HttpRequest.BodyPublisher body(HttpExchange exchange) {
        List<String> length = exchange.getRequestHeaders().getOrDefault("Content-Length", List.of());
        boolean chunked = exchange.getRequestHeaders().containsKey("Transfer-Encoding");
        if (!chunked && (length.isEmpty() || length.get(0).equals("0"))) {
            return HttpRequest.BodyPublishers.noBody();
        }
        HttpRequest.BodyPublisher stream = HttpRequest.BodyPublishers.ofInputStream(exchange::getRequestBody);
        return chunked ? stream : HttpRequest.BodyPublishers.fromPublisher(stream, Long.parseLong(length.get(0)));
    }

    /** In the terms of the server of the JDK: none, so many bytes, or nobody knows. */
    private static long length(HttpExchange exchange, HttpResponse<?> answer) {
        long length = answer.headers().firstValueAsLong("content-length").orElse(0);
        boolean said = answer.headers().firstValue("content-length").isPresent();
        boolean bare =
                exchange.getRequestMethod().equals("HEAD") || answer.statusCode() == 204 || answer.statusCode() == 304;
        return bare || (said && length == 0) ? -1 : length;
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] piece = new byte[PIECE];
        int read = from.read(piece);
        while (read >= 0) {
            to.write(piece, 0, read);
            to.flush();
            read = from.read(piece);
        }
    }
}
