package dev.footbridge.dispatch;

import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.RpcException;
import dev.footbridge.session.Session;
import java.util.Set;

/** Refusals that several routes share, in one wording each. */
final class Refusals {

    private Refusals() {}

    /** The name is the client's own and is not repeated: it may be anything. */
    static RpcException methodNotFound() {
        return new RpcException(ErrorCode.METHOD_NOT_FOUND, "Method not found");
    }

    static RpcException invalidParams(String message) {
        return new RpcException(ErrorCode.INVALID_PARAMS, message);
    }

    static void refuseTooMany(Set<String> subscriptions, String another) {
        if (!Session.hasRoom(subscriptions, another)) {
            throw invalidParams("Too many subscriptions: unsubscribe from some first");
        }
    }

    static String requiredText(Exchange exchange, String member) {
        return exchange.request()
                .params()
                .string(member)
                .orElseThrow(() -> invalidParams("params." + member + " must be a string"));
    }

    /** An object that may be left out. */
    static JsonObject optionalObject(JsonObject params, String member) {
        if (!params.has(member)) {
            return JsonObject.EMPTY;
        }
        return params.object(member).orElseThrow(() -> invalidParams("params." + member + " must be an object"));
    }
}
