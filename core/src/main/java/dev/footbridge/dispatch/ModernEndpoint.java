package dev.footbridge.dispatch;

import dev.footbridge.call.Caller;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.RequestId;
import dev.footbridge.security.StillKnown;
import java.util.Optional;

/** Answers modern requests over HTTP: each stands alone, and closing the connection cancels it. */
final class ModernEndpoint {

    private static final String LISTEN = "subscriptions/listen";

    private final Engine engine;
    private final ModernEra era;
    private final Responder responder;

    ModernEndpoint(Engine engine) {
        this.engine = engine;
        this.era = new ModernEra(engine);
        this.responder = new Responder(engine);
    }

    /** @throws dev.footbridge.protocol.RpcException if the request is not acceptable */
    HttpResponse answer(Message.Request message, HttpRequest request, Caller caller) {
        Exchange exchange = era.settle(message, caller, Optional.of(request.headers()), request.arrival());
        if (message.method().equals(LISTEN)) {
            return listen(exchange, request);
        }
        StreamRules rules = new StreamRules(
                exchange.requestId(), Accept.of(request.headers()), true, exchange.live(), Optional.empty());
        return responder.respond(exchange, rules);
    }

    private HttpResponse listen(Exchange exchange, HttpRequest request) {
        Interest interest =
                Interest.requested(exchange.request().params()).honouredBy(engine.catalog.current(), exchange.live());
        RequestId id = exchange.request().id();
        ChangeStream stream = new ChangeStream(
                engine,
                exchange.requestId(),
                Optional.of(interest.acknowledged(id)),
                change -> interest.wants(change) && engine.gate.tells(exchange.caller(), change),
                change -> Interest.notification(change, id),
                Optional.of(Interest.ended(id, engine.dispatcher.projection()).message()),
                new StillKnown(engine.parts.authenticator(), request, exchange.caller(), engine.clock),
                new TimeLeft(engine.clock, exchange.platformDeadline()));
        return HttpResponse.late(exchange.live() ? stream : stream.atOnce());
    }
}
