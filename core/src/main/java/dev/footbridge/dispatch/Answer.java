package dev.footbridge.dispatch;

import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.RequestId;
import dev.footbridge.protocol.RpcError;
import org.jspecify.annotations.Nullable;

/**
 * A finished JSON-RPC response, or the array of those to a batch.
 *
 * @param status what HTTP makes of it, where it is the whole response
 * @param headers what HTTP says besides, where it is
 */
record Answer(Json message, int status, Headers headers) {

    Answer(Json message, int status) {
        this(message, status, Headers.NONE);
    }

    static Answer result(RequestId id, JsonObject result) {
        JsonObject message = JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("id", id.value())
                .put("result", result)
                .build();
        return new Answer(message, 200);
    }

    /** @param id null if it could not be read; then the response has none */
    static Answer error(@Nullable RequestId id, RpcError error, int status) {
        JsonObject message = JsonObject.builder()
                .put("jsonrpc", "2.0")
                .putIfPresent("id", id == null ? null : id.value())
                .put("error", error.toJson())
                .build();
        return new Answer(message, status);
    }

    static Answer error(@Nullable RequestId id, RpcError error) {
        return error(id, error, error.code().httpStatus());
    }

    HttpResponse toHttp() {
        HttpResponse response = HttpResponse.json(status, JsonWriter.bytes(message));
        return headers.values().isEmpty()
                ? response
                : new HttpResponse(status, response.headers().with(headers), response.body());
    }
}
