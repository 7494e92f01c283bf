package dev.footbridge.local;

import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.RpcError;

/**
 * What this adapter answers itself, before any handler is asked. The bodies are JSON-RPC errors without an id: a client
 * that finds another body behind a 400 or a 404 takes the server for an older one.
 */
final class AdapterRefusals {

    static final HttpResponse NOT_FOUND = invalid(404, "Nothing is served at this path.");
    static final HttpResponse TIMED_OUT = invalid(408, "The request took too long to arrive.");
    static final HttpResponse TOO_LARGE = invalid(413, "The request body is too large.");
    static final HttpResponse MALFORMED = invalid(400, "The request is not valid HTTP.");
    static final HttpResponse URI_TOO_LONG = invalid(414, "The request URI is too long.");
    static final HttpResponse UNKNOWN_EXPECTATION = invalid(417, "This expectation cannot be met.");
    static final HttpResponse HEADERS_TOO_LARGE = invalid(431, "The request headers are too large.");
    static final HttpResponse UNKNOWN_CODING = invalid(501, "This transfer coding is not understood.");
    static final HttpResponse UNKNOWN_VERSION = invalid(505, "HTTP/1.1 is spoken here.");
    static final HttpResponse CUT_OFF = invalid(400, "The request body ended early.");
    static final HttpResponse STOPPING = invalid(503, "The server is stopping.");
    static final HttpResponse NO_MEMORY =
            invalid(503, "Too many large requests at once.").with("retry-after", "1");
    static final HttpResponse BUSY = invalid(503, "Too many sessions are open.");

    private AdapterRefusals() {}

    static HttpResponse internal() {
        return error(500, ErrorCode.INTERNAL_ERROR, "Internal error.");
    }

    static HttpResponse invalid(int status, String message) {
        return error(status, ErrorCode.INVALID_REQUEST, message);
    }

    private static HttpResponse error(int status, ErrorCode code, String message) {
        return HttpResponse.json(status, JsonWriter.bytes(rpcError(code, message)))
                .with("cache-control", "no-store")
                .with("x-content-type-options", "nosniff");
    }

    /** A JSON-RPC error without an id. */
    static JsonObject rpcError(ErrorCode code, String message) {
        return JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("error", RpcError.of(code, message).toJson())
                .build();
    }
}
