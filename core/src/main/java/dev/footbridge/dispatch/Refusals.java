package dev.footbridge.dispatch;

import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.RpcException;

/** Refusals that several routes share, in one wording each. */
final class Refusals {

    private Refusals() {}

    /** The name is the client's own and is not repeated: it may be anything. */
    static RpcException methodNotFound() {
        return new RpcException(ErrorCode.METHOD_NOT_FOUND, "Method not found");
    }

    static String requiredText(Exchange exchange, String member) {
        return exchange.request()
                .params()
                .string(member)
                .orElseThrow(
                        () -> new RpcException(ErrorCode.INVALID_PARAMS, "params." + member + " must be a string"));
    }

    /** An object that may be left out. */
    static JsonObject optionalObject(JsonObject params, String member) {
        if (!params.has(member)) {
            return JsonObject.EMPTY;
        }
        return params.object(member)
                .orElseThrow(
                        () -> new RpcException(ErrorCode.INVALID_PARAMS, "params." + member + " must be an object"));
    }
}
