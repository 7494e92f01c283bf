package dev.footbridge.protocol;

import dev.footbridge.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** One JSON-RPC 2.0 message from a client, or what is wrong with it. {@link MessageParser} makes it. */
public sealed interface Message {

    /** A request that must be answered under its id. */
    record Request(RequestId id, String method, JsonObject params) implements Message {}

    /** A notification: never answered, not even with an error. */
    record Notification(String method, JsonObject params) implements Message {}

    /** A legacy client's answer to a request that the server sent; exactly one of result and error is there. */
    record Reply(
            RequestId id,
            @Nullable JsonObject result,
            @Nullable JsonObject error) implements Message {}

    /** No message at all; the id is there if it could be read, so that the error can carry it. */
    record Malformed(@Nullable RequestId id, RpcError error) implements Message {}
}
