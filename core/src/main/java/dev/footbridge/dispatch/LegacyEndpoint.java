package dev.footbridge.dispatch;

import dev.footbridge.call.Caller;
import dev.footbridge.config.SessionMode;
import dev.footbridge.feature.Change;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.protocol.RequestId;
import dev.footbridge.protocol.RpcError;
import dev.footbridge.protocol.RpcException;
import dev.footbridge.session.EventLog;
import dev.footbridge.session.Session;
import dev.footbridge.state.StateKey;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers clients older than 2026-07-28 on the same endpoint.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">2025-11-25, transports</a>
 */
final class LegacyEndpoint {

    static final String SESSION = "Mcp-Session-Id";

    private final Engine engine;
    private final LegacyEra era;
    private final Responder responder;

    LegacyEndpoint(Engine engine) {
        this.engine = engine;
        this.era = new LegacyEra(engine);
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
            return responder.respond(exchange, rules(session.get(), request, caller));
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
        StreamRules rules = session.map(own -> rules(own, request, caller)).orElseGet(() -> aloneRules(request));
        Work work = Batch.open(
                engine,
                array,
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
        Optional<String> lastSeen = request.headers().single("last-event-id");
        return lastSeen.isPresent() ? replay(lastSeen.get(), session.get(), caller) : changes(session.get(), caller);
    }

    HttpResponse delete(HttpRequest request, Caller caller) {
        Optional<Session> ended = resume(request, caller).filter(session -> engine.sessions.end(session.id(), caller));
        if (ended.isEmpty()) {
            return missing(null, request);
        }
        engine.inFlight.cancelAll(ended.get().id());
        engine.openStreams.end(ended.get().id());
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
            return responder.respond(exchange, aloneRules(request));
        }
        return message instanceof Message.Reply
                ? refuse(null, 400, "There is no session to answer in")
                : HttpResponse.empty(202);
    }

    private static StreamRules aloneRules(HttpRequest request) {
        return new StreamRules(
                request.arrival().requestId(),
                Accept.of(request.headers()),
                false,
                request.arrival().live(),
                Optional.empty());
    }

    /** A notification needs no answer and does no harm; everything else needs a live session. */
    private static HttpResponse withoutSession(Message message, HttpRequest request) {
        boolean harmless =
                message instanceof Message.Notification && !request.headers().has(SESSION);
        RequestId id = message instanceof Message.Request call ? call.id() : null;
        return harmless ? HttpResponse.empty(202) : missing(id, request);
    }

    private static HttpResponse missing(@Nullable RequestId id, HttpRequest request) {
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

    private StreamRules rules(Session session, HttpRequest request, Caller caller) {
        boolean live = request.arrival().live();
        Optional<StreamRules.Resume> resume = live ? Optional.of(resumable(session, caller)) : Optional.empty();
        return new StreamRules(session.id(), Accept.of(request.headers()), false, live, resume);
    }

    private StreamRules.Resume resumable(Session session, Caller caller) {
        boolean primes = session.revision().atLeast(ProtocolVersion.V2025_11_25);
        String streamId = UUID.randomUUID().toString().replace("-", "");
        return new StreamRules.Resume(streamId, log(streamId, session, caller), primes);
    }

    private EventLog log(String streamId, Session session, Caller caller) {
        StateKey key = new StateKey(caller.tenant(), "stream/" + session.storedName() + "/" + streamId);
        return new EventLog(engine.parts.store(), engine.clock, key);
    }

    private HttpResponse replay(String lastEventId, Session session, Caller caller) {
        int dash = lastEventId.lastIndexOf('-');
        String streamId = dash < 0 ? "" : lastEventId.substring(0, dash);
        String number = lastEventId.substring(dash + 1);
        boolean wellFormed = !streamId.isEmpty()
                && !number.isEmpty()
                && number.length() < 9
                && number.chars().allMatch(c -> c >= '0' && c <= '9');
        EventLog log = log(streamId, session, caller);
        if (!wellFormed || !log.exists()) {
            return refuse(null, 404, "No stream to go on with: its events are no longer kept");
        }
        StreamRules.Resume resume = new StreamRules.Resume(streamId, log, true);
        return HttpResponse.late(new ReplayStream(
                engine,
                resume,
                Integer.parseInt(number),
                () -> engine.sessions.resume(session.id(), caller).isPresent()));
    }

    /** The stream on which a legacy client hears of changes: one for a session, or it would hear everything twice. */
    private HttpResponse changes(Session session, Caller caller) {
        return HttpResponse.late(new ChangeStream(
                engine,
                session.id(),
                Optional.<Json>empty(),
                change -> wants(change, session, caller),
                Notifications::of,
                Optional.empty(),
                () -> engine.sessions.resume(session.id(), caller).isPresent()));
    }

    private boolean wants(Change change, Session session, Caller caller) {
        return !(change instanceof Change.ResourceUpdated updated)
                || engine.sessions
                        .resume(session.id(), caller)
                        .filter(now -> Interest.covers(now.subscriptions(), updated.uri()))
                        .isPresent();
    }

    /** The revision of a request without a session: as its header says, 2025-03-26 if it says nothing. */
    private static ProtocolVersion declared(HttpRequest request) {
        return request.headers()
                .single(HeaderAgreement.VERSION)
                .flatMap(ProtocolVersion::named)
                .orElse(ProtocolVersion.V2025_03_26);
    }
}
