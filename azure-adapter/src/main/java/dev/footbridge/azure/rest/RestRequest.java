package dev.footbridge.azure.rest;

import java.net.URI;
import java.util.Map;

/** One request, ready to be sent; an empty body is none. Immutable; headers may hold secrets, so it has no text. */
public final class RestRequest {

    private final String method;
    private final URI uri;
    private final Map<String, String> headers;
    private final byte[] body;

    /** @param body not changed after this */
    public RestRequest(String method, URI uri, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.uri = uri;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    String method() {
        return method;
    }

    URI uri() {
        return uri;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
