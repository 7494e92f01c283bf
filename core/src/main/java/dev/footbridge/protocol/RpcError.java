package dev.footbridge.protocol;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A JSON-RPC error.
 *
 * @param message one short sentence written for the client; quotes nothing secret
 * @param data further facts the protocol defines for the code, if any
 */
public record RpcError(
        ErrorCode code, String message, @Nullable Json data) {

    public static RpcError of(ErrorCode code, String message) {
        return new RpcError(code, message, null);
    }

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("code", code.number())
                .put("message", message)
                .putIfPresent("data", data)
                .build();
    }

    /** The error as a message of its own, for a request that was refused before its id was read. */
    public JsonObject toMessageWithoutId() {
        return JsonObject.builder().put("jsonrpc", "2.0").put("error", toJson()).build();
    }
}
