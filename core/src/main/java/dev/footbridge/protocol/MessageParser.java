package dev.footbridge.protocol;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells JSON-RPC 2.0 messages apart. Stateless. */
public final class MessageParser {

    private MessageParser() {}

    /** The message in one JSON value; arrays (batches) are for the caller to take apart. */
    public static Message parse(Json value) {
        if (!(value instanceof JsonObject object)) {
            return malformed(null, "a message must be a JSON object");
        }
        Json rawId = object.get("id");
        RequestId id = rawId == null ? null : RequestId.of(rawId).orElse(null);
        if (!"2.0".equals(object.string("jsonrpc").orElse(""))) {
            return malformed(id, "jsonrpc must be \"2.0\"");
        }
        if (rawId != null && id == null) {
            return malformed(null, "id must be a string or an integer");
        }
        return object.has("method") ? call(object, id) : reply(object, id);
    }

    private static Message call(JsonObject object, @Nullable RequestId id) {
        Optional<String> method = object.string("method");
        if (method.isEmpty()) {
            return malformed(id, "method must be a string");
        }
        Json params = object.get("params");
        JsonObject given = params instanceof JsonObject members ? members : JsonObject.EMPTY;
        if (id == null) {
            // A notification is never answered, whatever is wrong with its parameters.
            return new Message.Notification(method.get(), given);
        }
        return params == null || params instanceof JsonObject
                ? new Message.Request(id, method.get(), given)
                : malformed(id, "params must be an object");
    }

    private static Message reply(JsonObject object, @Nullable RequestId id) {
        JsonObject result = object.object("result").orElse(null);
        JsonObject error = object.object("error").orElse(null);
        if (id == null || (result == null) == (error == null)) {
            return malformed(id, "a message needs a method, or an id and either a result or an error");
        }
        return new Message.Reply(id, result, error);
    }

    private static Message malformed(@Nullable RequestId id, String problem) {
        return new Message.Malformed(id, RpcError.of(ErrorCode.INVALID_REQUEST, "Invalid request: " + problem));
    }
}
