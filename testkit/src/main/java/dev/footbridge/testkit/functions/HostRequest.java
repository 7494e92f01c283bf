package dev.footbridge.testkit.functions;

import com.sun.net.httpserver.HttpExchange;
import dev.footbridge.http.Bytes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as it reached the platform, or as its front end passed it on.
 *
 * @param path as it is on the request line
 * @param query as it is on the request line; empty for none
 * @param headers names in lower case
 * @param address of the client
 * @param port of the client
 */
public record HostRequest(
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        Bytes body,
        String address,
        int port) {

    /** Those that the host knows. */
    static final List<String> METHODS = List.of("GET", "POST", "DELETE", "OPTIONS", "HEAD", "PUT", "PATCH");

    /** As it came over a socket. */
    static HostRequest of(HttpExchange exchange, Bytes body) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        String query = exchange.getRequestURI().getRawQuery();
        return new HostRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query == null ? "" : query,
                headers,
                body,
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                exchange.getRemoteAddress().getPort());
    }

    /** The first value of a header; empty for none. */
    public String header(String name) {
        return headers.getOrDefault(name, List.of("")).get(0);
    }

    HostRequest with(Map<String, List<String>> others) {
        return new HostRequest(method, path, query, others, body, address, port);
    }
}
