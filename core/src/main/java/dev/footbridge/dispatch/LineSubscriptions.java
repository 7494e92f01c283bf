package dev.footbridge.dispatch;

import dev.footbridge.call.Caller;
import dev.footbridge.feature.Change;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.Meta;
import dev.footbridge.protocol.RequestId;
import dev.footbridge.protocol.RpcException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The {@code subscriptions/listen} requests of one conversation, which share its one channel. Thread-safe: the lock
 * keeps changes behind the acknowledgement.
 */
final class LineSubscriptions {

    /** More than any client needs, and few enough that none can fill the memory. */
    private static final int MAX = 100;

    private final Engine engine;
    private final LineOutbox outbox;
    private final Map<RequestId, Open> open = new LinkedHashMap<>();

    LineSubscriptions(Engine engine, LineOutbox outbox) {
        this.engine = engine;
        this.outbox = outbox;
    }

    private record Open(Caller caller, Interest interest) {}

    synchronized void begin(Exchange exchange) {
        RequestId id = exchange.request().id();
        Interest interest = Interest.requested(exchange.request().params()).honouredBy(engine.catalog.current(), true);
        if (open.size() >= MAX) {
            throw new RpcException(ErrorCode.BUSY, "Too many subscriptions: cancel one first");
        }
        outbox.send(interest.acknowledged(id));
        open.put(id, new Open(exchange.caller(), interest));
    }

    synchronized void tell(Change change) {
        open.forEach((id, one) -> {
            if (one.interest().wants(change) && engine.gate.tells(one.caller(), change)) {
                outbox.send(Interest.notification(change, id));
            }
        });
    }

    /** The client wants to hear no more: nothing more is sent, not even a result. */
    synchronized void cancel(JsonObject params) {
        InFlight.cancelledId(params).ifPresent(open::remove);
    }

    /** The server ends them all: a cancellation for clients that wait for one, then the result. */
    synchronized void endAll() {
        open.keySet().forEach(id -> {
            JsonObject params = JsonObject.builder()
                    .put("_meta", JsonObject.of(Meta.SUBSCRIPTION_ID, id.value()))
                    .put("requestId", id.value())
                    .build();
            outbox.send(Notifications.of("notifications/cancelled", params));
            outbox.send(Interest.ended(id, engine.dispatcher.projection()).message());
        });
        open.clear();
    }
}
