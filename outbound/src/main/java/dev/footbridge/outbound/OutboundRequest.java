package dev.footbridge.outbound;

import dev.footbridge.http.Bytes;
import dev.footbridge.secret.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One request to another system. Immutable. What proves who asks is a {@link Secret} of this server, never what a
 * caller sent to it: that was not meant for anybody else.
 *
 * @param method GET, HEAD, POST, PUT or DELETE
 * @param headers none of those by which a client proves who it is
 * @param secrets headers whose values nobody may see
 */
public record OutboundRequest(
        String method, URI uri, Map<String, String> headers, Map<String, Secret> secrets, Optional<Bytes> body) {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");
    private static final Set<String> PROOFS =
            Set.of("authorization", "proxy-authorization", "cookie", "dpop", "x-api-key");

    /** @throws IllegalArgumentException if the method is another, or a proof stands among the plain headers */
    public OutboundRequest {
        headers = Map.copyOf(headers);
        secrets = Map.copyOf(secrets);
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("the method must be one of GET, HEAD, POST, PUT, DELETE");
        }
        if (headers.keySet().stream().anyMatch(name -> PROOFS.contains(name.toLowerCase(Locale.ROOT)))) {
            throw new IllegalArgumentException("what proves who asks is given as a Secret, see withSecret");
        }
    }

    public static OutboundRequest get(String uri) {
        return of("GET", uri, Optional.empty());
    }

    public static OutboundRequest post(String uri, String contentType, Bytes body) {
        return of("POST", uri, Optional.of(body)).with("Content-Type", contentType);
    }

    /** @throws IllegalArgumentException if the URL is malformed */
    public static OutboundRequest of(String method, String uri, Optional<Bytes> body) {
        return new OutboundRequest(method, URI.create(uri), Map.of(), Map.of(), body);
    }

    public OutboundRequest with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new OutboundRequest(method, uri, more, secrets, body);
    }

    /** As {@link #with}, for a value that nobody may see. */
    public OutboundRequest withSecret(String header, Secret value) {
        Map<String, Secret> more = new LinkedHashMap<>(secrets);
        more.put(header, value);
        return new OutboundRequest(method, uri, headers, more, body);
    }

    /** {@code Authorization: Bearer}, with a token of this server. */
    public OutboundRequest bearer(Secret token) {
        return withSecret("Authorization", Secret.ofText("Bearer " + token.revealText()));
    }

    OutboundRequest at(URI other) {
        return new OutboundRequest(method, other, headers, secrets, body);
    }
}
