package dev.footbridge.security;

import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpFilter;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.RpcError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Refuses requests, whatever their method, that a foreign web page may have caused: those for a host that is not ours
 * (DNS rebinding) and those from an origin that may not call.
 *
 * <p>A page of the requested host itself may always call; so {@code *} as allowed host trusts the network to keep
 * rebound names away.
 *
 * @param allowedHosts such as {@code example.com}, {@code localhost:8080}, {@code [::1]:*} (any port or none), or
 *     {@code *} for every host
 * @param allowedOrigins exactly as browsers send them
 */
public record OriginGuard(List<String> allowedHosts, List<String> allowedOrigins) implements HttpFilter {

    private static final String ANY_PORT = ":*";

    /** @throws IllegalArgumentException if one of the hosts or origins can never be sent */
    public OriginGuard {
        allowedHosts =
                allowedHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
        allowedOrigins = List.copyOf(allowedOrigins);
        allowedHosts.forEach(OriginGuard::checkPattern);
        allowedOrigins.forEach(Cors::checkOrigin);
    }

    @Override
    public HttpHandler around(HttpHandler next) {
        return request -> problem(request.headers()).map(OriginGuard::refusal).orElseGet(() -> next.handle(request));
    }

    private Optional<String> problem(Headers headers) {
        List<String> hosts = headers.all("host");
        if (hosts.size() != 1) {
            return Optional.of("The request needs exactly one Host header.");
        }
        if (!isAllowedHost(hosts.get(0).toLowerCase(Locale.ROOT))) {
            return Optional.of("This host is not served here.");
        }
        List<String> origins = headers.all("origin");
        boolean allowed = origins.isEmpty() || (origins.size() == 1 && isAllowedOrigin(origins.get(0), hosts.get(0)));
        return allowed ? Optional.empty() : Optional.of("This origin may not call this server.");
    }

    private boolean isAllowedHost(String host) {
        if (!HostName.isValid(host)) {
            return false;
        }
        for (String pattern : allowedHosts) {
            if (matches(pattern, host)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String pattern, String host) {
        if (pattern.endsWith(ANY_PORT)) {
            int name = pattern.length() - ANY_PORT.length();
            return HostName.nameLength(host) == name && host.startsWith(pattern.substring(0, name));
        }
        return pattern.equals("*") || pattern.equals(host);
    }

    private boolean isAllowedOrigin(String origin, String host) {
        return allowedOrigins.contains(origin) || origin.equals("http://" + host) || origin.equals("https://" + host);
    }

    private static void checkPattern(String pattern) {
        String host = pattern.endsWith(ANY_PORT) ? withoutAnyPort(pattern) : pattern;
        if (!pattern.equals("*") && !HostName.isValid(host)) {
            throw new IllegalArgumentException("not a host that can be allowed: " + pattern);
        }
    }

    private static String withoutAnyPort(String pattern) {
        return pattern.substring(0, pattern.length() - ANY_PORT.length());
    }

    private static HttpResponse refusal(String message) {
        RpcError error = RpcError.of(ErrorCode.INVALID_REQUEST, message);
        return HttpResponse.json(403, JsonWriter.bytes(error.toMessageWithoutId()));
    }
}
