package dev.footbridge.local;

import dev.footbridge.http.Headers;
import java.util.List;
import java.util.Locale;

/**
 * A request without its body.
 *
 * @param path as on the request line; {@code *} and authorities are no paths and match no route
 * @param query without the question mark
 * @param oldest whether it is one of HTTP/1.0
 * @param fields how many header fields there were
 */
record RequestHead(String method, String path, String query, Headers headers, boolean oldest, int fields) {

    static RequestHead of(String method, String target, boolean oldest, Headers headers, int fields) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        return new RequestHead(method, path, query, headers, oldest, fields);
    }

    /** Whether the connection may be used again (RFC 9112 §9.3). One of HTTP/1.0 is not kept, whatever it asks for. */
    boolean persistent() {
        return !oldest && !names(headers.all("connection"), "close");
    }

    /** True if the client waits for a word before it sends the body (RFC 9110 §10.1.1). */
    boolean expectsContinue() {
        return names(headers.all("expect"), "100-continue");
    }

    /** Stopping waits for calls, but not for clients that only listen. */
    boolean neverEndsByItself() {
        return "GET".equals(method) || headers.all("mcp-method").contains("subscriptions/listen");
    }

    private static boolean names(List<String> values, String token) {
        for (String value : values) {
            for (String one : value.split(",", -1)) {
                if (Headers.trim(one).toLowerCase(Locale.ROOT).equals(token)) {
                    return true;
                }
            }
        }
        return false;
    }
}
