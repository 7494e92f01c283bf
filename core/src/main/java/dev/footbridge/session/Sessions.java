package dev.footbridge.session;

import dev.footbridge.call.Caller;
import dev.footbridge.call.Client;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.protocol.RpcException;
import dev.footbridge.secret.RandomBytes;
import dev.footbridge.state.Digest;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The sessions of clients older than 2026-07-28, kept in a store so that any instance can go on with them. Thread-safe.
 *
 * <p>A session id is 256 random bits and is no credential: a session is found only by the caller that began it.
 */
public final class Sessions {

    private static final int MAX_ATTEMPTS = 16;
    /** Using a session is noted at most this often, to spare the store. */
    private static final Duration TOUCH_EVERY = Duration.ofSeconds(10);

    private static final int ID_BYTES = 32;

    private final StateStore store;
    private final InstantSource clock;
    private final SessionLimits limits;
    private final CallerSessions index;

    public Sessions(StateStore store, InstantSource clock, SessionLimits limits) {
        this.store = store;
        this.clock = clock;
        this.limits = limits;
        this.index = new CallerSessions(store, clock, limits);
    }

    /**
     * Begins a session; if the caller has too many, one that was never used ends, or the one least recently used.
     *
     * @throws RpcException if others of the caller's begin or end all the time; then none has begun
     */
    public Session begin(Caller caller, ProtocolVersion revision, Client client) {
        String id = RandomBytes.text(ID_BYTES);
        Instant now = clock.instant();
        Session session =
                new Session(id, caller.bindingKey(), revision, client, Session.DEFAULT_LOG_LEVEL, Set.of(), now, now);
        // Noted before it is there: a note without a session does no harm, a session that nothing counts would.
        Room room = new Room(store, clock, caller, limits.perCaller());
        if (!index.add(caller, Digest.of(id), room)
                || store.put(key(caller, id), text(session), StateVersion.ABSENT, deadline(session))
                        .isEmpty()) {
            throw new RpcException(
                    ErrorCode.BUSY, "This caller begins too many sessions at once: try again in a few seconds");
        }
        return session;
    }

    /** The caller's live session of that id, whose idle time starts again; empty for every other id. */
    public Optional<Session> resume(String id, Caller caller) {
        StateKey key = key(caller, id);
        Optional<StateEntry> entry = store.get(key);
        Optional<Session> found = own(entry, id, caller);
        found.ifPresent(session -> touch(key, session, entry.get().version()));
        return found;
    }

    /** Ends a session; false if the caller has none of that id. */
    public boolean end(String id, Caller caller) {
        StateKey key = key(caller, id);
        if (own(store.get(key), id, caller).isEmpty()) {
            return false;
        }
        drop(key);
        index.remove(caller, Digest.of(id));
        return true;
    }

    /** Changes what a session remembers; does nothing if it has ended meanwhile. */
    public void change(String id, Caller caller, UnaryOperator<Session> change) {
        StateKey key = key(caller, id);
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<StateEntry> entry = store.get(key);
            Optional<Session> session = own(entry, id, caller);
            if (session.isEmpty()) {
                return;
            }
            Session changed = change.apply(session.get()).usedAt(clock.instant());
            if (store.put(key, text(changed), entry.get().version(), deadline(changed))
                    .isPresent()) {
                return;
            }
        }
        throw new IllegalStateException("a session is changed by too many at once");
    }

    private void touch(StateKey key, Session session, StateVersion version) {
        Instant now = clock.instant();
        if (!session.wasUsed() || session.lastUsed().plus(TOUCH_EVERY).isBefore(now)) {
            Session used = session.usedAt(now);
            // Losing this race means that somebody else has just used the session: as good.
            store.put(key, text(used), version, deadline(used));
        }
    }

    private void drop(StateKey key) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<StateEntry> entry = store.get(key);
            if (entry.isEmpty() || store.remove(key, entry.get().version())) {
                return;
            }
        }
        throw new IllegalStateException("a session is changed by too many at once");
    }

    private Instant deadline(Session session) {
        Instant idleEnd = session.lastUsed().plus(limits.idle());
        Instant end = session.created().plus(limits.lifetime());
        return idleEnd.isBefore(end) ? idleEnd : end;
    }

    /** The session in an entry, if it is that caller's: nobody else's is ever found. */
    private static Optional<Session> own(Optional<StateEntry> entry, String id, Caller caller) {
        return entry.flatMap(stored -> read(id, stored))
                .filter(session -> session.callerKey().equals(caller.bindingKey()));
    }

    static Optional<Session> read(String id, StateEntry entry) {
        return JsonReader.readObject(entry.value()).flatMap(json -> Session.fromJson(id, json));
    }

    private static String text(Session session) {
        return JsonWriter.text(session.toJson());
    }

    private static StateKey key(Caller caller, String id) {
        return keyOfDigest(caller, Digest.of(id));
    }

    static StateKey keyOfDigest(Caller caller, String digest) {
        return new StateKey(caller.tenant(), "session/" + digest);
    }
}
