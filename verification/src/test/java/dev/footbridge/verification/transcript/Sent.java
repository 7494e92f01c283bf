package dev.footbridge.verification.transcript;

import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.functions.HostRequest;
import dev.footbridge.testkit.lambda.DoorRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as the front doors of clouds get it: on a connection whose client names the host and says how long the body
 * is.
 */
public record Sent(HttpPeer.Request request, String path, String query, Map<String, List<String>> headers) {

    private static final String CLIENT = "127.0.0.1";

    public static Sent of(HttpPeer.Request request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : request.headers()) {
            headers.computeIfAbsent(header.getKey().toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                    .add(header.getValue());
        }
        headers.putIfAbsent("host", List.of("localhost:8080"));
        headers.putIfAbsent(
                "content-length", List.of(Integer.toString(request.body().length())));
        String[] target = request.target().split("\\?", 2);
        return new Sent(request, target[0], target.length == 2 ? target[1] : "", headers);
    }

    public DoorRequest toLambda() {
        return new DoorRequest(request.method(), path, query, headers, request.body(), CLIENT);
    }

    public HostRequest toFunctions() {
        return new HostRequest(request.method(), path, query, headers, request.body(), CLIENT, 50_000);
    }
}
