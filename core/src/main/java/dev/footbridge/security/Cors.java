package dev.footbridge.security;

import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpFilter;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells browsers which web pages may call (WHATWG Fetch, CORS protocol): those of the configured origins, and no
 * others. It answers every {@code OPTIONS} request itself, without credentials. It stands inside {@link OriginGuard}
 * and outside everything whose refusals a page should be able to read.
 *
 * @param origins exactly as browsers send them
 */
public record Cors(List<String> origins) implements HttpFilter {

    private static final String METHODS = "POST, GET, DELETE, OPTIONS";
    private static final List<String> REQUEST_HEADERS = List.of(
            "content-type",
            "accept",
            "authorization",
            "dpop",
            "x-api-key",
            "mcp-protocol-version",
            "mcp-method",
            "mcp-name",
            "mcp-session-id",
            "last-event-id",
            "traceparent",
            "tracestate",
            "baggage");
    private static final String RESPONSE_HEADERS = "mcp-session-id, www-authenticate, retry-after, dpop-nonce";
    private static final String MAX_AGE_SECONDS = "600";
    private static final int MAX_PARAM_HEADERS = 100;

    /** @throws IllegalArgumentException if one of the origins can never be sent */
    public Cors {
        origins = List.copyOf(origins);
        origins.forEach(Cors::checkOrigin);
    }

    static void checkOrigin(String origin) {
        int host = origin.indexOf("://") + 3;
        boolean valid = host > 3
                && Headers.isToken(origin.substring(0, host - 3))
                && HostName.isValid(origin.substring(host))
                && origin.equals(origin.toLowerCase(Locale.ROOT));
        if (!valid) {
            throw new IllegalArgumentException(
                    "not an origin as browsers send them, such as https://example.com: " + origin);
        }
    }

    @Override
    public HttpHandler around(HttpHandler next) {
        return request -> {
            Optional<String> origin = permitted(request.headers());
            if (request.method().equals("OPTIONS")) {
                return varying(origin.map(page -> preflight(page, request)).orElseGet(() -> refusal(request)));
            }
            HttpResponse response = next.handle(request);
            return varying(origin.map(page -> readable(response, page)).orElse(response));
        };
    }

    private Optional<String> permitted(Headers headers) {
        List<String> sent = headers.all("origin");
        return sent.size() == 1 && origins.contains(sent.get(0)) ? Optional.of(sent.get(0)) : Optional.empty();
    }

    private static HttpResponse preflight(String page, HttpRequest request) {
        return HttpResponse.empty(204)
                .with("access-control-allow-origin", page)
                .with("access-control-allow-methods", METHODS)
                .with("access-control-allow-headers", allowedHeaders(request.headers()))
                .with("access-control-max-age", MAX_AGE_SECONDS);
    }

    /** The names of a tool's parameter headers are known only to the tool, so those asked for are echoed. */
    private static String allowedHeaders(Headers headers) {
        Stream<String> params = headers.all("access-control-request-headers").stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> name.startsWith("mcp-param-") && Headers.isToken(name))
                .distinct()
                .limit(MAX_PARAM_HEADERS);
        return Stream.concat(REQUEST_HEADERS.stream(), params).collect(Collectors.joining(", "));
    }

    private static HttpResponse refusal(HttpRequest request) {
        return request.headers().has("origin")
                ? HttpResponse.empty(403)
                : HttpResponse.empty(405).with("allow", METHODS.replace(", OPTIONS", ""));
    }

    private static HttpResponse readable(HttpResponse response, String page) {
        return response.with("access-control-allow-origin", page)
                .with("access-control-expose-headers", RESPONSE_HEADERS);
    }

    private static HttpResponse varying(HttpResponse response) {
        String others = String.join(", ", response.headers().all("vary"));
        return response.with("vary", others.isEmpty() ? "Origin" : others + ", Origin");
    }
}
