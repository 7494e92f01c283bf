package dev.footbridge.oauth;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.util.List;

/**
 * The document that tells clients where to get a token for this server (RFC 9728 §3). Public, and readable by pages of
 * every origin. Thread-safe.
 */
public final class ProtectedResourceMetadata implements HttpHandler {

    private static final JsonArray HEADER = JsonArray.ofStrings(List.of("header"));

    private final HttpResponse document;
    private final List<String> paths;

    public ProtectedResourceMetadata(OAuthSettings settings) {
        this(settings.resource(), json(settings));
    }

    /** Where something in front of this server checks the tokens. */
    public ProtectedResourceMetadata(String resource, List<String> issuers) {
        this(
                resource,
                start(resource, issuers).put("bearer_methods_supported", HEADER).build());
    }

    private ProtectedResourceMetadata(String resource, JsonObject json) {
        this.document = HttpResponse.json(200, JsonWriter.bytes(json))
                .with("access-control-allow-origin", "*")
                .with("cache-control", "max-age=3600");
        this.paths = Challenges.metadataPaths(resource);
    }

    /** Where this must be served: at the root, and with the path of the resource behind it if there is one. */
    public List<String> paths() {
        return paths;
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        return switch (request.method()) {
            case "GET" -> document;
            case "HEAD" -> new HttpResponse(200, document.headers(), Bytes.EMPTY);
            case "OPTIONS" -> preflight();
            default -> HttpResponse.empty(405).with("allow", "GET, HEAD, OPTIONS");
        };
    }

    /** Clients in browsers send {@code MCP-Protocol-Version} here too, and have to ask before. */
    private static HttpResponse preflight() {
        return new HttpResponse(204, Headers.of("access-control-allow-origin", "*"), Bytes.EMPTY)
                .with("access-control-allow-methods", "GET, HEAD")
                .with("access-control-allow-headers", "*")
                .with("access-control-max-age", "3600");
    }

    private static JsonObject.Builder start(String resource, List<String> issuers) {
        return JsonObject.builder()
                .put("resource", resource)
                .put("authorization_servers", JsonArray.ofStrings(issuers));
    }

    private static JsonObject json(OAuthSettings settings) {
        JsonObject.Builder json = start(settings.resource(), settings.authorizationServers());
        if (!settings.scopes().isEmpty()) {
            json.put("scopes_supported", JsonArray.ofStrings(settings.asked(settings.scopes())));
        }
        json.put("bearer_methods_supported", HEADER);
        if (settings.proofs() != Binding.OFF) {
            json.put(
                    "dpop_signing_alg_values_supported",
                    JsonArray.ofStrings(List.of(Algorithms.listed().split(" ", -1))));
        }
        if (settings.proofs() == Binding.REQUIRED) {
            json.put("dpop_bound_access_tokens_required", true);
        }
        if (settings.certificates() != Binding.OFF) {
            json.put("tls_client_certificate_bound_access_tokens", true);
        }
        return json.build();
    }
}
