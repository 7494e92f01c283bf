package dev.footbridge.local;

import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Who answers which request. Thread-safe. */
final class Routes {

    private static final HttpResponse HEALTHY = HttpResponse.json(
                    200, "{\"status\":\"ok\"}".getBytes(StandardCharsets.US_ASCII))
            .with("cache-control", "no-store");
    private static final HttpResponse READ_ONLY =
            AdapterRefusals.invalid(405, "Only GET is served at this path.").with("allow", "GET, HEAD");

    private final Map<String, HttpHandler> paths;
    private final HttpHandler otherwise;
    private volatile boolean stopping;

    Routes(LocalSettings settings) {
        paths = new HashMap<>(settings.routes());
        paths.put("/healthz", Routes::health);
        otherwise = settings.otherwise();
    }

    HttpHandler of(RequestHead request) {
        if (stopping) {
            return unused -> AdapterRefusals.STOPPING;
        }
        return paths.getOrDefault(request.path(), otherwise);
    }

    /** From now on new requests are refused, and connections close after their answer. */
    void refuseMore() {
        stopping = true;
    }

    boolean stopping() {
        return stopping;
    }

    private static HttpResponse health(HttpRequest request) {
        return "GET".equals(request.method()) || "HEAD".equals(request.method()) ? HEALTHY : READ_ONLY;
    }
}
