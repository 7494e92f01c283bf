package dev.footbridge.security;

import static dev.footbridge.security.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OriginGuardTest {

    private final HttpHandler guarded = guard(
            List.of("localhost:*", "127.0.0.1:*", "[::1]:*", "Example.com", "example.org:8443"),
            List.of("https://app.example.net"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:80",
                "LocalHost:65535",
                "127.0.0.1:3000",
                "[::1]",
                "[::1]:8080",
                "example.com",
                "EXAMPLE.COM",
                "example.org:8443"
            })
    void configuredHostsAreServed(String host) {
        assertThat(status(request("POST", "Host", host))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                ":80",
                "evil.example",
                "localhost.evil.example",
                "evil-localhost",
                "localhost.",
                "localhost:",
                "localhost:*",
                "localhost:80a",
                "localhost:123456",
                "localhost:80:80",
                "user@localhost",
                "localhost/a",
                "localhost, evil.example",
                "localhost evil",
                "example.com:443",
                "example.org",
                "[::2]:80",
                "::1",
                "[::1",
                "[::1]x",
                "[::1]:",
                "[]",
                "[",
                "]",
                "127.0.0.1.evil.example",
                "0.0.0.0",
                "localhost\u0000",
                "loc\u0430lhost",
                "\u212Aelvin",
                "localhost:٣"
            })
    void otherHostsAreRefused(String host) {
        assertThat(status(request("POST", "Host", host))).isEqualTo(403);
    }

    @Test
    void exactlyOneHostIsNeeded() {
        assertThat(status(request("POST"))).isEqualTo(403);
        assertThat(status(request("POST", "Host", "localhost", "Host", "localhost")))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.net", "http://localhost:3000", "https://localhost:3000"})
    void configuredOriginsAndPagesOfTheHostItselfMayCall(String origin) {
        assertThat(status(request("POST", "Host", "localhost:3000", "Origin", origin)))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "*",
                "http://evil.example",
                "http://localhost",
                "http://localhost:3001",
                "http://127.0.0.1:3000",
                "ftp://localhost:3000",
                "localhost:3000",
                "http://localhost:3000/",
                "http://localhost:3000.evil.example",
                "http://evil.example/localhost:3000",
                "https://app.example.net:443",
                "http://app.example.net",
                "https://APP.example.net",
                "https://app.example.net, https://app.example.net",
                "https://app.example.net.evil.example",
                "chrome-extension://abc"
            })
    void otherOriginsAreRefused(String origin) {
        assertThat(status(request("POST", "Host", "localhost:3000", "Origin", origin)))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE", "OPTIONS", "HEAD", "PUT", "BREW"})
    void everyMethodIsChecked(String method) {
        assertThat(status(request(method, "Host", "evil.example"))).isEqualTo(403);
        assertThat(status(request(method, "Host", "localhost", "Origin", "http://evil.example")))
                .isEqualTo(403);
    }

    @Test
    void severalOriginsAreRefused() {
        assertThat(status(request(
                        "POST", "Host", "localhost", "Origin", "http://localhost", "Origin", "http://localhost")))
                .isEqualTo(403);
    }

    @Test
    void aStarServesEveryHostButStillNotEveryOrigin() {
        HttpHandler open = guard(List.of("*"), List.of());

        assertThat(open.handle(request("POST", "Host", "any.example:1")).status())
                .isEqualTo(200);
        assertThat(open.handle(request("POST", "Host", "any.example", "Origin", "https://any.example"))
                        .status())
                .isEqualTo(200);
        assertThat(open.handle(request("POST", "Host", "any.example", "Origin", "https://other.example"))
                        .status())
                .isEqualTo(403);
        assertThat(open.handle(request("POST", "Host", "no host")).status()).isEqualTo(403);
    }

    @Test
    void aRefusalIsAnErrorWithoutIdThatQuotesNothing() {
        HttpResponse response = guarded.handle(request("POST", "Host", "evil.example"));

        assertThat(response.headers().first("content-type")).contains("application/json");
        assertThat(((Bytes) response.body()).asUtf8())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,"
                        + "\"message\":\"This host is not served here.\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "http://localhost", "localhost:x", "*.example.com", "a b", ":*", "localhost:*:*", "::1"})
    void aHostThatCanNeverBeSentIsRefusedAtStart(String host) {
        assertThatThrownBy(() -> new OriginGuard(List.of(host), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "example.com",
                "https://",
                "://a",
                "https://a/",
                "https://a/b",
                "https://A",
                "https://*"
            })
    void anOriginThatCanNeverBeSentIsRefusedAtStart(String origin) {
        assertThatThrownBy(() -> new OriginGuard(List.of("*"), List.of(origin)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cors(List.of(origin))).isInstanceOf(IllegalArgumentException.class);
    }

    private int status(HttpRequest request) {
        return guarded.handle(request).status();
    }

    private static HttpHandler guard(List<String> hosts, List<String> origins) {
        return new OriginGuard(hosts, origins).around(request -> HttpResponse.empty(200));
    }
}
