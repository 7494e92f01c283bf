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
 * @param routes handlers by exact path; {@code /healthz} is answered by the server itself, every other path with 404
 * @param tls empty for plain HTTP
 */
public record LocalSettings(
        String host, int port, Map<String, HttpHandler> routes, Limits limits, Optional<TlsSettings> tls) {

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

    public LocalSettings withLimits(Limits other) {
        return new LocalSettings(host, port, routes, other, tls);
    }

    public LocalSettings withTls(TlsSettings settings) {
        return new LocalSettings(host, port, routes, limits, Optional.of(settings));
    }
}
