package dev.footbridge.dispatch;

import dev.footbridge.call.Caller;
import dev.footbridge.config.SessionMode;
import dev.footbridge.feature.Catalog;
import dev.footbridge.feature.Change;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.MessageParser;
import dev.footbridge.protocol.Meta;
import dev.footbridge.protocol.RpcError;
import dev.footbridge.protocol.RpcException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A conversation of either era: every message that describes itself is modern; {@code initialize} opens the legacy era
 * for those that do not.
 */
public final class LineConversation implements Conversation {

    private final Engine engine;
    private final Caller caller;
    private final String name;
    private final AtomicLong received = new AtomicLong();
    private final LineOutbox outbox;
    private final LineCalls calls;
    private final LineSubscriptions subscriptions;
    private final ModernEra modern;
    private final LegacyEra legacy;
    private final LineMemory memory = new LineMemory();
    private final DirectCorrespondent correspondent;
    private final Catalog.Listening listening;
    private volatile @Nullable Handshake handshake;

    public LineConversation(Engine engine, Caller caller, Outlet outlet) {
        this.engine = engine;
        this.caller = caller;
        this.name = "c" + engine.conversations.incrementAndGet();
        this.outbox = new LineOutbox(outlet, engine.log);
        this.calls = new LineCalls(engine, name, outbox);
        this.subscriptions = new LineSubscriptions(engine, outbox);
        this.modern = new ModernEra(engine);
        this.legacy = new LegacyEra(engine);
        this.correspondent = new DirectCorrespondent(engine.config.callTimeout());
        this.listening = engine.catalog.listen(this::tell);
    }

    /** Who sent a message, and where it came from. */
    private record Sender(Caller caller, Arrival arrival) {}

    @Override
    public void receive(Bytes message) {
        receive(message, caller, Arrival.unknown(name + "-" + received.incrementAndGet()));
    }

    @Override
    public void receive(Bytes message, Caller from, Arrival arrival) {
        Sender sender = new Sender(from, arrival);
        try {
            Json value = JsonReader.read(message.array());
            if (value instanceof JsonArray array) {
                guarded(sender, null, () -> batch(array, sender));
                return;
            }
            Message parsed = MessageParser.parse(value);
            guarded(sender, parsed instanceof Message.Request request ? request : null, () -> take(parsed, sender));
        } catch (JsonException unreadable) {
            RpcError error = RpcError.of(ErrorCode.PARSE_ERROR, "Parse error: " + unreadable.getMessage());
            outbox.send(Answer.error(null, error).message());
        }
    }

    @Override
    public void awaitAnswers(Duration patience) throws InterruptedException {
        calls.awaitAnswers(patience);
    }

    @Override
    public void close() {
        listening.close();
        subscriptions.endAll();
        outbox.close();
        engine.inFlight.cancelAll(name);
    }

    private void take(Message message, Sender sender) {
        if (message instanceof Message.Request request) {
            take(request, sender);
        } else if (message instanceof Message.Malformed malformed) {
            outbox.send(Answer.error(malformed.id(), malformed.error()).message());
        } else if (message instanceof Message.Reply reply) {
            correspondent.deliver(reply);
        } else if (message instanceof Message.Notification notification
                && notification.method().equals("notifications/cancelled")) {
            engine.inFlight.cancel(name, notification.params());
            subscriptions.cancel(notification.params());
        }
    }

    private void take(Message.Request request, Sender sender) {
        if (Meta.namesRevision(request.params())) {
            Exchange exchange = modern.settle(request, sender.caller(), Optional.empty(), sender.arrival());
            if (request.method().equals("subscriptions/listen")) {
                subscriptions.begin(exchange);
            } else {
                calls.run(exchange);
            }
        } else if (request.method().equals("initialize")) {
            Handshake agreed = Handshake.of(request, engine.config.sessions());
            handshake = agreed;
            outbox.send(agreed.answer(engine, request, true, true).message());
        } else if (handshake == null
                && request.method().equals("ping")
                && engine.config.sessions() != SessionMode.OFF) {
            // The one request that a legacy client may send before its handshake.
            outbox.send(Answer.result(request.id(), JsonObject.EMPTY).message());
        } else {
            calls.run(legacyExchange(request, sender));
        }
    }

    /** @throws RpcException if the client has not opened the legacy era */
    private Exchange legacyExchange(Message.Request request, Sender sender) {
        Handshake agreed = handshake;
        if (agreed == null) {
            throw new RpcException(
                    ErrorCode.INVALID_META,
                    "Missing _meta io.modelcontextprotocol/protocolVersion; older clients begin with initialize");
        }
        return legacy.settle(request, sender.caller(), standing(agreed), sender.arrival());
    }

    private LegacyEra.Standing standing(Handshake agreed) {
        WireAsker asker = new WireAsker(agreed.revision(), agreed.client().capabilities(), correspondent);
        return new LegacyEra.Standing(
                agreed.revision(), agreed.client(), Optional.of(memory.level()), asker, Optional.of(memory));
    }

    private void batch(JsonArray array, Sender sender) {
        Batch.allowed(Optional.ofNullable(handshake).map(this::standing));
        Work work = Batch.open(
                engine,
                array,
                sender.arrival().remoteAddress(),
                request -> legacyExchange(request, sender),
                message -> take(message, sender));
        if (!work.exchanges().isEmpty()) {
            calls.run(work);
        } else if (!work.refused().isEmpty()) {
            outbox.send(work.known().message());
        }
    }

    /** A legacy client hears of every list, and of the resources it subscribed to. */
    private void tell(Change change) {
        boolean wanted = !(change instanceof Change.ResourceUpdated updated) || memory.covers(updated.uri());
        if (handshake != null && wanted && engine.gate.tells(caller, change)) {
            outbox.send(Notifications.of(change));
        }
        subscriptions.tell(change);
    }

    private void guarded(Sender sender, Message.@Nullable Request request, Runnable work) {
        try {
            work.run();
        } catch (RpcException refusal) {
            refuse(request, refusal.error());
        } catch (RuntimeException bug) {
            String reference = sender.arrival().requestId();
            engine.log.error(reference, "a message could not be handled", bug);
            refuse(request, RpcError.of(ErrorCode.INTERNAL_ERROR, "Internal error. Reference: " + reference));
        }
    }

    private void refuse(Message.@Nullable Request request, RpcError error) {
        outbox.send(Answer.error(request == null ? null : request.id(), error).message());
    }
}
