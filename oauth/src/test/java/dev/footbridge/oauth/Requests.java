package dev.footbridge.oauth;

import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import java.util.List;
import java.util.Map;

/** Requests as an adapter hands them on. */
final class Requests {

    private Requests() {}

    static HttpRequest bearer(String token) {
        return authorized("Bearer " + token);
    }

    static HttpRequest authorized(String... values) {
        return with(new Headers(Map.of("authorization", List.of(values))), "");
    }

    static HttpRequest dpop(String token, String... proofs) {
        return with(new Headers(Map.of("authorization", List.of("DPoP " + token), "dpop", List.of(proofs))), "");
    }

    static HttpRequest with(Headers headers, String query) {
        return request("POST", headers, query);
    }

    static HttpRequest request(String method, Headers headers, String query) {
        return new HttpRequest(method, "/mcp", query, headers, Bytes.EMPTY, Arrival.unknown("r1"));
    }
}
