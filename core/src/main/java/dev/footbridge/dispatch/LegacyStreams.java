package dev.footbridge.dispatch;

import dev.footbridge.call.Caller;
import dev.footbridge.feature.Change;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.LateBody;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.secret.RandomBytes;
import dev.footbridge.security.StillKnown;
import dev.footbridge.session.EventLog;
import dev.footbridge.session.Session;
import dev.footbridge.state.StateKey;
import java.util.Optional;

/**
 * The streams of legacy clients over HTTP: those of their calls, those they come back for, and the one for changes.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports">2025-11-25, transports</a>
 */
final class LegacyStreams {

    private final Engine engine;

    LegacyStreams(Engine engine) {
        this.engine = engine;
    }

    /** For a call without a session, which nobody can come back for. */
    static StreamRules alone(HttpRequest request) {
        return new StreamRules(
                request.arrival().requestId(),
                Accept.of(request.headers()),
                false,
                request.arrival().live(),
                Optional.empty());
    }

    /** For a call in a session. */
    StreamRules rules(Session session, HttpRequest request, Caller caller) {
        boolean live = request.arrival().live();
        Optional<StreamRules.Resume> resume = live ? Optional.of(resumable(session, caller)) : Optional.empty();
        return new StreamRules(session.id(), Accept.of(request.headers()), false, live, resume);
    }

    private StreamRules.Resume resumable(Session session, Caller caller) {
        boolean primes = session.revision().atLeast(ProtocolVersion.V2025_11_25);
        String streamId = RandomBytes.uuid().replace("-", "");
        return new StreamRules.Resume(streamId, log(streamId, session, caller), primes);
    }

    private EventLog log(String streamId, Session session, Caller caller) {
        String name = session.storedName();
        String owner = caller.anonymous() ? name : caller.key();
        StateKey key = new StateKey(caller.tenant(), "stream/" + name + "/" + streamId);
        return new EventLog(engine.parts.store(), engine.clock, key, size -> engine.eventBudget.take(owner, size));
    }

    /** What came after the event of that id; empty if this session has no such event, or has it no longer. */
    Optional<LateBody> replay(String lastEventId, Session session, HttpRequest request, Caller caller) {
        int dash = lastEventId.lastIndexOf('-');
        String streamId = dash < 0 ? "" : lastEventId.substring(0, dash);
        String number = lastEventId.substring(dash + 1);
        boolean wellFormed = !streamId.isEmpty()
                && !number.isEmpty()
                && number.length() < 9
                && number.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!wellFormed) {
            return Optional.empty();
        }
        EventLog log = log(streamId, session, caller);
        int lastSeen = Integer.parseInt(number);
        StreamRules.Resume resume = new StreamRules.Resume(streamId, log, true);
        return switch (log.after(lastSeen)) {
            case UNKNOWN -> Optional.empty();
            case NOTHING -> Optional.of(reply -> reply.stream().close());
            case MORE ->
                Optional.of(
                        new ReplayStream(engine, resume, lastSeen, () -> lives(session, caller), timeLeft(request)));
        };
    }

    private TimeLeft timeLeft(HttpRequest request) {
        return new TimeLeft(engine.clock, request.arrival().deadline());
    }

    /** On which a client hears of changes: one for a session, or it would hear everything twice. */
    LateBody changes(Session session, HttpRequest request, Caller caller) {
        StillKnown known = new StillKnown(engine.parts.authenticator(), request, caller, engine.clock);
        return new ChangeStream(
                engine,
                session.id(),
                Optional.empty(),
                change -> wants(change, session, caller) && engine.gate.tells(caller, change),
                Notifications::of,
                Optional.empty(),
                () -> known.getAsBoolean() && lives(session, caller),
                timeLeft(request));
    }

    private boolean lives(Session session, Caller caller) {
        return engine.sessions.resume(session.id(), caller).isPresent();
    }

    private boolean wants(Change change, Session session, Caller caller) {
        return !(change instanceof Change.ResourceUpdated updated)
                || engine.sessions
                        .resume(session.id(), caller)
                        .filter(now -> Interest.covers(now.subscriptions(), updated.uri()))
                        .isPresent();
    }
}
