package dev.footbridge.testkit.functions;

import dev.footbridge.http.Bytes;
import java.util.List;
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

    /** The first value of a header; empty for none. */
    public String header(String name) {
        return headers.getOrDefault(name, List.of("")).get(0);
    }

    HostRequest with(Map<String, List<String>> others) {
        return new HostRequest(method, path, query, others, body, address, port);
    }
}
