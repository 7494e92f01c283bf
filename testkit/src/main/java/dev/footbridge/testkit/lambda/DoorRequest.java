package dev.footbridge.testkit.lambda;

import dev.footbridge.http.Bytes;
import java.util.List;
import java.util.Map;

/**
 * A request as it reached a front door.
 *
 * @param path as it is on the request line
 * @param query as it is on the request line; empty for none
 * @param headers names in lower case
 * @param address of the client
 */
public record DoorRequest(
        String method, String path, String query, Map<String, List<String>> headers, Bytes body, String address) {

    /** The first value of a header; empty for none. */
    public String header(String name) {
        return headers.getOrDefault(name, List.of("")).get(0);
    }
}
