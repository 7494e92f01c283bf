package dev.footbridge.aws.event;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts a query together again that a front door took apart. */
final class Queries {

    private Queries() {}

    /** @param decoded whether the door decoded names and values, as a REST API does and a load balancer does not */
    static String of(JsonObject event, boolean decoded) {
        List<String> pairs = new ArrayList<>();
        JsonObject lists = event.object("multiValueQueryStringParameters").orElse(JsonObject.EMPTY);
        for (Map.Entry<String, Json> entry : lists.members().entrySet()) {
            Translation.list(entry.getValue()).forEach(value -> pairs.add(pair(entry.getKey(), value, decoded)));
        }
        if (pairs.isEmpty()) {
            Translation.texts(event, "queryStringParameters")
                    .forEach((name, value) -> pairs.add(pair(name, value, decoded)));
        }
        return String.join("&", pairs);
    }

    private static String pair(String name, String value, boolean decoded) {
        return decoded ? encoded(name) + "=" + encoded(value) : name + "=" + value;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
