package dev.footbridge.session;

import dev.footbridge.call.Caller;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.RpcException;
import dev.footbridge.session.CallerSessions.Begun;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes room for one session that begins: forgets those of its caller that have ended by themselves, and if they are
 * not enough ends those that are missed least. What it saw it remembers, so that trying again costs little. Used by one
 * thread.
 */
final class Room {

    private static final int MAX_ATTEMPTS = 16;
    /** So many of the oldest are looked at to find those that have to go: enough to spare those in use. */
    private static final int LOOK_AT = 32;
    /** A session that is noted and not there may still be on its way for so long; there is one write between. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);
    /** In the place of a session that had to go before it was there, and so cannot begin any more. */
    private static final String TAKEN = "";

    private final StateStore store;
    private final InstantSource clock;
    private final Caller caller;
    private final int most;
    private final Map<String, Seen> seen = new HashMap<>();

    Room(StateStore store, InstantSource clock, Caller caller, int most) {
        this.store = store;
        this.clock = clock;
        this.caller = caller;
        this.most = most;
    }

    /** The less it is missed the smaller it is. */
    private record Seen(boolean gone, boolean used, Instant last) implements Comparable<Seen> {

        private static final Seen GONE = new Seen(true, false, Instant.EPOCH);

        @Override
        public int compareTo(Seen other) {
            int byUse = Boolean.compare(used, other.used);
            return byUse != 0 ? byUse : last.compareTo(other.last);
        }
    }

    /**
     * Those that go, so that one more is not too many. They have ended when this returns: if nobody writes it down,
     * what is left are notes of sessions that are no more.
     *
     * @param all the caller's sessions, oldest first
     */
    Set<Begun> make(List<Begun> all) {
        int tooMany = all.size() + 1 - most;
        if (tooMany <= 0) {
            return Set.of();
        }
        List<Begun> crowd = List.copyOf(all.subList(0, Math.min(LOOK_AT, all.size())));
        Set<Begun> going = new LinkedHashSet<>();
        crowd.stream().filter(begun -> look(begun).gone()).forEach(going::add);
        List<Begun> leastMissed = crowd.stream()
                .filter(begun -> !going.contains(begun))
                .sorted(Comparator.comparing(this::look))
                .limit(Math.max(0, tooMany - going.size()))
                .toList();
        leastMissed.forEach(this::end);
        going.addAll(leastMissed);
        return going;
    }

    private Seen look(Begun begun) {
        return seen.computeIfAbsent(begun.digest(), digest -> seen(begun, store.get(key(begun))));
    }

    private Seen seen(Begun begun, Optional<StateEntry> entry) {
        if (entry.isEmpty()) {
            boolean onItsWay = begun.at().plus(ON_ITS_WAY).isAfter(clock.instant());
            // As if it was used: who is about to use it is not sent away for those that lie idle.
            return onItsWay ? new Seen(false, true, begun.at()) : Seen.GONE;
        }
        return Sessions.read("", entry.get())
                .map(session -> new Seen(false, session.wasUsed(), session.lastUsed()))
                .orElse(Seen.GONE);
    }

    private void end(Begun begun) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            if (ends(begun, store.get(key(begun)))) {
                seen.put(begun.digest(), Seen.GONE);
                return;
            }
        }
        throw new RpcException(ErrorCode.BUSY, "A session of this caller is changed by too many at once: try again");
    }

    private boolean ends(Begun begun, Optional<StateEntry> entry) {
        if (entry.isPresent()) {
            return entry.get().value().equals(TAKEN)
                    || store.remove(key(begun), entry.get().version());
        }
        return store.put(key(begun), TAKEN, StateVersion.ABSENT, clock.instant().plus(ON_ITS_WAY))
                .isPresent();
    }

    private StateKey key(Begun begun) {
        return Sessions.keyOfDigest(caller, begun.digest());
    }
}
