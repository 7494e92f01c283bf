package dev.footbridge.function;

import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.RpcError;

/** What an adapter answers itself, before any handler is asked: JSON-RPC errors without an id. */
public final class FunctionRefusals {

    public static final HttpResponse TOO_LARGE = refusal(413, "The request body is too large.");
    public static final HttpResponse BAD_BASE64 =
            refusal(400, "The request body is not the base64 that it is said to be.");
    public static final HttpResponse BAD_CERTIFICATE = refusal(400, "The client certificate cannot be read.");

    public static final HttpResponse BAD_ADDRESS = refusal(400, "The address of the request cannot be read.");

    /** For a platform that drops bodies that are sent in chunks. */
    public static final HttpResponse LENGTH_REQUIRED = refusal(
            411,
            "This platform takes no request bodies that are sent in chunks (Transfer-Encoding: chunked): send"
                    + " Content-Length.");

    public static final HttpResponse NOT_FOUND = refusal(404, "Nothing is served at this path.");

    private FunctionRefusals() {}

    /** In the place of a late answer that never came. */
    public static HttpResponse withoutAnswer(String requestId, Log log) {
        log.error(requestId, "a late answer never came", null);
        return error(500, ErrorCode.INTERNAL_ERROR, "Internal error. Reference: " + requestId);
    }

    /** For a server that could not be set up. What is wrong is in its log, and is nobody's business out here. */
    public static HttpResponse notSetUp() {
        return error(503, ErrorCode.INTERNAL_ERROR, "This server is not set up; its log says why.")
                .with("retry-after", "30");
    }

    private static HttpResponse refusal(int status, String message) {
        return error(status, ErrorCode.INVALID_REQUEST, message);
    }

    private static HttpResponse error(int status, ErrorCode code, String message) {
        RpcError error = RpcError.of(code, message);
        return HttpResponse.json(status, JsonWriter.bytes(error.toMessageWithoutId()))
                .with("cache-control", "no-store")
                .with("x-content-type-options", "nosniff");
    }
}
