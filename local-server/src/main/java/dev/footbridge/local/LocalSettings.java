package dev.footbridge.local;

import dev.footbridge.http.HttpHandler;
import dev.footbridge.local.tls.TlsSettings;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@link LocalServer} serves, and where.
 *
 * @param host the address to listen on, a name or a literal
 * @param port 0 for any free one
 * @param routes handlers by exact path; {@code /healthz} is answered by the server itself
 * @param tls empty for plain HTTP
 * @param otherwise what answers at every other path, usually with 404
 */
public record LocalSettings(
        String host,
        int port,
        Map<String, HttpHandler> routes,
        Limits limits,
        Optional<TlsSettings> tls,
        HttpHandler otherwise) {

    /** Nothing at any other path. */
    public LocalSettings(
            String host, int port, Map<String, HttpHandler> routes, Limits limits, Optional<TlsSettings> tls) {
        this(host, port, routes, limits, tls, request -> AdapterRefusals.NOT_FOUND);
    }

    /** Plain HTTP. */
    public LocalSettings(String host, int port, Map<String, HttpHandler> routes, Limits limits) {
        this(host, port, routes, limits, Optional.empty());
    }

    public LocalSettings {
        routes = Map.copyOf(routes);
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535");
        }
    }

    /** Loopback only, with the default limits. */
    public static LocalSettings loopback(int port, Map<String, HttpHandler> routes) {
        return new LocalSettings("127.0.0.1", port, routes, Limits.DEFAULTS);
    }

    /** Loopback only: one handler for every path. */
    public static LocalSettings everything(int port, HttpHandler handler) {
        return new LocalSettings("127.0.0.1", port, Map.of(), Limits.DEFAULTS, Optional.empty(), handler);
    }

    public LocalSettings withLimits(Limits other) {
        return new LocalSettings(host, port, routes, other, tls, otherwise);
    }

    public LocalSettings withTls(TlsSettings settings) {
        return new LocalSettings(host, port, routes, limits, Optional.of(settings), otherwise);
    }
}
