package dev.footbridge.limit;

import dev.footbridge.http.HttpFilter;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.RpcError;

/**
 * Refuses bodies that are too large with 413, before anything reads them.
 *
 * @param maxBytes the largest body that is let through
 */
public record BodyLimit(int maxBytes) implements HttpFilter {

    @Override
    public HttpHandler around(HttpHandler next) {
        return request -> request.body().length() > maxBytes ? tooLarge() : next.handle(request);
    }

    private HttpResponse tooLarge() {
        RpcError error =
                RpcError.of(ErrorCode.INVALID_REQUEST, "The request body is larger than " + maxBytes + " bytes.");
        return HttpResponse.json(413, JsonWriter.bytes(error.toMessageWithoutId()));
    }
}
