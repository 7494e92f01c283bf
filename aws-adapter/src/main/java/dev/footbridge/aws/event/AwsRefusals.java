package dev.footbridge.aws.event;

import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.RpcError;

/** What this adapter answers itself, before any handler is asked: JSON-RPC errors without an id. */
public final class AwsRefusals {

    static final HttpResponse TOO_LARGE = refusal(413, "The request body is too large.");
    static final HttpResponse BAD_BASE64 = refusal(400, "The request body is not the base64 that it is said to be.");
    static final HttpResponse BAD_CERTIFICATE = refusal(400, "The client certificate cannot be read.");

    public static final HttpResponse NOT_FOUND = refusal(404, "Nothing is served at this path.");

    private AwsRefusals() {}

    public static HttpResponse internal(String reference) {
        return error(500, ErrorCode.INTERNAL_ERROR, "Internal error. Reference: " + reference);
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
