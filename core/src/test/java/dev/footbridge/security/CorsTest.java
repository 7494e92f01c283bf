package dev.footbridge.security;

import static dev.footbridge.security.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CorsTest {

    private static final String PAGE = "https://app.example";

    private final HttpHandler cors = new Cors(List.of(PAGE))
            .around(request -> HttpResponse.text(401, "no").with("www-authenticate", "Bearer"));

    @Test
    void aPreflightFromAConfiguredOriginIsAnsweredInside() {
        HttpResponse response =
                cors.handle(request("OPTIONS", "Origin", PAGE, "Access-Control-Request-Method", "POST"));

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.headers().first("access-control-allow-origin")).contains(PAGE);
        assertThat(response.headers().first("access-control-allow-methods")).contains("POST, GET, DELETE, OPTIONS");
        assertThat(response.headers().first("access-control-allow-headers"))
                .contains(
                        "content-type, accept, authorization, dpop, x-api-key, mcp-protocol-version, mcp-method, mcp-name,"
                                + " mcp-session-id, last-event-id, traceparent, tracestate, baggage");
        assertThat(response.headers().first("access-control-max-age")).contains("600");
        assertThat(response.headers().first("vary")).contains("Origin");
        assertThat(response.headers().has("access-control-allow-credentials")).isFalse();
    }

    @Test
    void onlyRequestedParameterHeadersAreEchoed() {
        String allowed = allowedHeaders("Mcp-Param-Region, x-evil,mcp-param-b , mcp-param-region,mcp-param-a b,"
                + "mcp-param-\r\nset-cookie: a, mcp-param-é, xmcp-param-c,, content-type");

        assertThat(allowed).endsWith("baggage, mcp-param-region, mcp-param-b");
    }

    @Test
    void theListOfEchoedHeadersIsBounded() {
        String many = IntStream.range(0, 5_000).mapToObj(i -> "mcp-param-" + i).collect(Collectors.joining(","));

        assertThat(allowedHeaders(many)).hasSizeLessThan(3_000);
    }

    @Test
    void aPreflightFromElsewhereGetsNoCorsHeaders() {
        for (String origin : List.of("https://evil.example", "null", "", "*", PAGE + "/", PAGE + ".evil.example")) {
            HttpResponse response =
                    cors.handle(request("OPTIONS", "Origin", origin, "Access-Control-Request-Method", "POST"));
            assertThat(response.status()).isEqualTo(403);
            assertThat(corsHeaders(response)).isEmpty();
        }
        HttpResponse twice = cors.handle(request("OPTIONS", "Origin", PAGE, "Origin", PAGE));
        assertThat(twice.status()).isEqualTo(403);
        assertThat(corsHeaders(twice)).isEmpty();
    }

    @Test
    void optionsWithoutAnOriginIsNotAMethodOfTheEndpoint() {
        HttpResponse response = cors.handle(request("OPTIONS"));

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.headers().first("allow")).contains("POST, GET, DELETE");
        assertThat(corsHeaders(response)).isEmpty();
    }

    @Test
    void aPageMayReadResponsesAndRefusals() {
        HttpResponse response = cors.handle(request("POST", "Origin", PAGE));

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers().first("access-control-allow-origin")).contains(PAGE);
        assertThat(response.headers().first("access-control-expose-headers"))
                .contains("mcp-session-id, www-authenticate, retry-after, dpop-nonce");
        assertThat(response.headers().first("www-authenticate")).contains("Bearer");
        assertThat(response.headers().first("vary")).contains("Origin");
    }

    @Test
    void othersGetTheResponseAsItIsButMarkedAsVarying() {
        HttpResponse response = cors.handle(request("POST", "Origin", "https://evil.example"));

        assertThat(response.status()).isEqualTo(401);
        assertThat(corsHeaders(response)).isEmpty();
        assertThat(response.headers().first("vary")).contains("Origin");
    }

    @Test
    void anEarlierVaryIsKept() {
        HttpHandler varying =
                new Cors(List.of(PAGE)).around(r -> HttpResponse.empty(200).with("Vary", "Accept"));

        assertThat(varying.handle(request("POST")).headers().all("vary")).containsExactly("Accept, Origin");
    }

    private String allowedHeaders(String requested) {
        return cors.handle(request("OPTIONS", "Origin", PAGE, "Access-Control-Request-Headers", requested))
                .headers()
                .first("access-control-allow-headers")
                .orElseThrow();
    }

    private static List<String> corsHeaders(HttpResponse response) {
        return response.headers().values().keySet().stream()
                .filter(name -> name.startsWith("access-control-"))
                .toList();
    }
}
