package dev.footbridge.security;

import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests for tests. */
final class Requests {

    private Requests() {}

    /** @param headers names and values in turn */
    static HttpRequest request(String method, String... headers) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            values.computeIfAbsent(headers[i], unused -> new ArrayList<>()).add(headers[i + 1]);
        }
        return new HttpRequest(
                method, "/mcp", "access_token=sesame", new Headers(values), Bytes.EMPTY, Arrival.unknown("1"));
    }
}
