package dev.footbridge.local;

import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Who answers at which path. Immutable. */
final class Routes {

    private static final HttpResponse HEALTHY = HttpResponse.json(
                    200, "{\"status\":\"ok\"}".getBytes(StandardCharsets.US_ASCII))
            .with("cache-control", "no-store");
    private static final HttpResponse READ_ONLY =
            AdapterRefusals.invalid(405, "Only GET is served at this path.").with("allow", "GET, HEAD");

    private final Map<String, HttpHandler> paths;
    private final HttpHandler otherwise;

    Routes(LocalSettings settings) {
        Map<String, HttpHandler> all = new HashMap<>(settings.routes());
        all.put("/healthz", Routes::health);
        paths = Map.copyOf(all);
        otherwise = settings.otherwise();
    }

    HttpHandler of(String path) {
        return paths.getOrDefault(path, otherwise);
    }

    private static HttpResponse health(HttpRequest request) {
        return "GET".equals(request.method()) || "HEAD".equals(request.method()) ? HEALTHY : READ_ONLY;
    }
}
