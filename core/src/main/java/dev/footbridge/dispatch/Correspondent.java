package dev.footbridge.dispatch;

import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.RequestId;
import java.util.Optional;

/** Sends a request to a legacy client and waits for what comes back. */
@FunctionalInterface
interface Correspondent {

    /** @return the client's reply; empty if it did not come in time */
    Optional<Message.Reply> request(String method, JsonObject params, Outbox outbox) throws InterruptedException;

    /** The request as it goes out. */
    static JsonObject message(RequestId id, String method, JsonObject params) {
        return JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("id", id.value())
                .put("method", method)
                .put("params", params)
                .build();
    }
}
