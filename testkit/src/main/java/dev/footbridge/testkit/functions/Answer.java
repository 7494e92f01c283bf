package dev.footbridge.testkit.functions;

import dev.footbridge.http.Bytes;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What goes back to a client.
 *
 * @param headers one value each
 */
public record Answer(int status, Map<String, String> headers, Bytes body) {

    static Answer empty(int status) {
        return new Answer(status, Map.of(), Bytes.EMPTY);
    }

    static Answer page() {
        return new Answer(
                200, Map.of("content-type", "text/html"), Bytes.utf8("<html>Your app is up and running</html>"));
    }

    /** As the host writes it, which gives every text a content type and a charset. */
    static Answer of(TriggerResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        if (response.isText()) {
            String type = headers.getOrDefault("content-type", "text/plain");
            headers.put("content-type", type.contains("charset") ? type : type + "; charset=utf-8");
        }
        return new Answer(response.getStatusCode(), headers, response.content());
    }
}
