package dev.footbridge.aws.identity;

import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.net.URI;
import java.util.List;

/**
 * Tells clients where to get a token (RFC 9728 §3) where a gateway checks tokens: the hint in its own 401 does not
 * arrive under its name, so that clients have to find this document by themselves. Thread-safe.
 */
public final class GatewayMetadata implements HttpHandler {

    private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

    private final HttpResponse document;
    private final List<String> paths;

    /** @param resource the public URL of the endpoint */
    public GatewayMetadata(String resource, List<String> issuers) {
        JsonObject json = JsonObject.builder()
                .put("resource", resource)
                .put("authorization_servers", JsonArray.ofStrings(issuers))
                .put("bearer_methods_supported", JsonArray.ofStrings(List.of("header")))
                .build();
        this.document = HttpResponse.json(200, JsonWriter.bytes(json))
                .with("access-control-allow-origin", "*")
                .with("cache-control", "max-age=3600");
        this.paths = List.of(WELL_KNOWN, WELL_KNOWN + URI.create(resource).getPath());
    }

    /** At the root, and with the path of the resource behind it. */
    public List<String> paths() {
        return paths;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        return switch (request.method()) {
            case "GET" -> document;
            case "OPTIONS" ->
                HttpResponse.empty(204)
                        .with("access-control-allow-origin", "*")
                        .with("access-control-allow-methods", "GET")
                        .with("access-control-allow-headers", "*");
            default -> HttpResponse.empty(405).with("allow", "GET, OPTIONS");
        };
    }
}
