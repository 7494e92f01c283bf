package dev.footbridge.dispatch;

import dev.footbridge.call.Caller;
import dev.footbridge.config.SessionMode;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonArray;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.protocol.RequestId;
import dev.footbridge.protocol.RpcError;
import dev.footbridge.protocol.RpcException;
import dev.footbridge.session.Session;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers clients older than 2026-07-28 on the same endpoint.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">2025-11-25, transports</a>
 */
final class LegacyEndpoint {

    static final String SESSION = "Mcp-Session-Id";
    private static final String LAST_EVENT = "Last-Event-ID";

    private final Engine engine;
    private final LegacyEra era;
    private final LegacyStreams streams;
    private final Responder responder;

    LegacyEndpoint(Engine engine) {
        this.engine = engine;
        this.era = new LegacyEra(engine);
        this.streams = new LegacyStreams(engine);
        this.responder = new Responder(engine);
    }

    /** @throws RpcException if the message is not acceptable */
    HttpResponse post(Message message, HttpRequest request, Caller caller) {
        if (message instanceof Message.Request call && call.method().equals("initialize")) {
            return initialize(call, request, caller);
        }
        if (engine.config.sessions() != SessionMode.SESSIONS) {
            return alone(message, request, caller);
        }
        Optional<Session> session = resume(request, caller);
        if (session.isEmpty()) {
            return withoutSession(message, request);
        }
        if (message instanceof Message.Request call) {
            Exchange exchange = era.settle(call, caller, era.inSession(session.get(), caller), request.arrival());
            return responder.respond(exchange, streams.rules(session.get(), request, caller));
        }
        take(message, session.get(), caller);
        return HttpResponse.empty(202);
    }

    /** @throws RpcException if this client may send no batch, or not this one */
    HttpResponse batch(JsonArray array, HttpRequest request, Caller caller) {
        Optional<Session> session = resume(request, caller);
        if (session.isEmpty()
                && engine.config.sessions() == SessionMode.SESSIONS
                && request.headers().has(SESSION)) {
            return missing(null, request);
        }
        Optional<LegacyEra.Standing> alone = engine.config.sessions() == SessionMode.STATELESS
                ? Optional.of(era.alone(declared(request)))
                : Optional.empty();
        LegacyEra.Standing standing =
                Batch.allowed(session.map(own -> era.inSession(own, caller)).or(() -> alone));
        StreamRules rules =
                session.map(own -> streams.rules(own, request, caller)).orElseGet(() -> LegacyStreams.alone(request));
        Work work = Batch.open(
                engine,
                array,
                request.arrival().remoteAddress(),
                call -> era.settle(call, caller, standing, request.arrival()),
                message -> session.ifPresent(own -> take(message, own, caller)));
        if (work.exchanges().isEmpty()) {
            return work.refused().isEmpty()
                    ? HttpResponse.empty(202)
                    : work.known().toHttp();
        }
        return HttpResponse.late(new LateCall(engine, work, rules));
    }

    HttpResponse get(HttpRequest request, Caller caller) {
        Optional<Session> session = resume(request, caller);
        if (session.isEmpty()) {
            return missing(null, request);
        }
        if (!request.headers().has(LAST_EVENT)) {
            return HttpResponse.late(streams.changes(session.get(), request, caller));
        }
        // Not 404, by which clients know that their session is over: it is not, only this stream is.
        return request.headers()
                .single(LAST_EVENT)
                .flatMap(lastSeen -> streams.replay(lastSeen, session.get(), request, caller))
                .map(HttpResponse::late)
                .orElseGet(() -> refuse(null, 400, "No stream to go on with: its events are no longer kept"));
    }

    HttpResponse delete(HttpRequest request, Caller caller) {
        Optional<String> ended = request.headers().single(SESSION).filter(id -> engine.sessions.end(id, caller));
        if (ended.isEmpty()) {
            return missing(null, request);
        }
        engine.inFlight.cancelAll(ended.get());
        engine.openStreams.end(ended.get());
        return HttpResponse.empty(204);
    }

    private HttpResponse initialize(Message.Request call, HttpRequest request, Caller caller) {
        Handshake handshake = Handshake.of(call, engine.config.sessions());
        boolean remembers = engine.config.sessions() == SessionMode.SESSIONS;
        Answer answer =
                handshake.answer(engine, call, remembers, request.arrival().live());
        HttpResponse response = Responder.whole(answer, Accept.of(request.headers()));
        if (!remembers) {
            return response;
        }
        Session session = engine.sessions.begin(caller, handshake.revision(), handshake.client());
        return response.with(SESSION, session.id());
    }

    private HttpResponse alone(Message message, HttpRequest request, Caller caller) {
        if (message instanceof Message.Request call) {
            if (engine.config.sessions() == SessionMode.OFF) {
                throw ModernEra.unsupported(declared(request).text());
            }
            Exchange exchange = era.settle(call, caller, era.alone(declared(request)), request.arrival());
            return responder.respond(exchange, LegacyStreams.alone(request));
        }
        return message instanceof Message.Reply
                ? refuse(null, 400, "There is no session to answer in")
                : HttpResponse.empty(202);
    }

    /** A notification needs no answer and does no harm; everything else needs a live session. */
    private static HttpResponse withoutSession(Message message, HttpRequest request) {
        boolean harmless =
                message instanceof Message.Notification && !request.headers().has(SESSION);
        RequestId id = message instanceof Message.Request call ? call.id() : null;
        return harmless ? HttpResponse.empty(202) : missing(id, request);
    }

    private static HttpResponse missing(@Nullable RequestId id, HttpRequest request) {
        if (request.headers().all(SESSION).size() > 1) {
            return refuse(id, 400, SESSION + " must be sent once");
        }
        return request.headers().has(SESSION)
                ? refuse(id, 404, "Session not found: it has ended, begin another with initialize")
                : refuse(id, 400, "Missing " + SESSION + " header: begin with initialize");
    }

    private static HttpResponse refuse(@Nullable RequestId id, int status, String message) {
        return Answer.error(id, RpcError.of(ErrorCode.INVALID_REQUEST, message), status)
                .toHttp();
    }

    private Optional<Session> resume(HttpRequest request, Caller caller) {
        return engine.config.sessions() == SessionMode.SESSIONS
                ? request.headers().single(SESSION).flatMap(id -> engine.sessions.resume(id, caller))
                : Optional.empty();
    }

    private void take(Message message, Session session, Caller caller) {
        if (message instanceof Message.Reply reply) {
            era.deliver(session, caller, reply);
        } else if (message instanceof Message.Notification notification
                && notification.method().equals("notifications/cancelled")) {
            engine.inFlight.cancel(session.id(), notification.params());
        }
    }

    /** The revision of a request without a session: as its header says, 2025-03-26 if it says nothing. */
    private static ProtocolVersion declared(HttpRequest request) {
        return HeaderAgreement.declared(request.headers()).orElse(ProtocolVersion.V2025_03_26);
    }
}
