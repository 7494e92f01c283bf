package dev.footbridge.session;

import dev.footbridge.call.Caller;
import dev.footbridge.state.Digest;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Which sessions a caller has, oldest first, so that nobody can fill the store with them. */
final class CallerSessions {

    private static final int MAX_ATTEMPTS = 16;

    private final StateStore store;
    private final InstantSource clock;
    private final SessionLimits limits;

    CallerSessions(StateStore store, InstantSource clock, SessionLimits limits) {
        this.store = store;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * One line of it.
     *
     * @param at when it was noted, which is just before the session is there
     */
    record Begun(String digest, Instant at) {

        /** A line without a time is an older version's: what it names began long ago. */
        private static Begun read(String line) {
            String[] parts = line.split(" ", 2);
            return new Begun(parts[0], Instant.ofEpochMilli(parts.length < 2 ? 0 : Long.parseLong(parts[1])));
        }

        private String line() {
            return digest + " " + at.toEpochMilli();
        }
    }

    /** Notes one more in place of those that have to go; false if others were first each time. */
    boolean add(Caller caller, String digest, Room room) {
        Begun begun = new Begun(digest, clock.instant());
        return change(caller, all -> {
            all.removeAll(room.make(all));
            all.add(begun);
        });
    }

    /** Forgets one. If others are first each time it stays, and is found ended by whoever needs room. */
    void remove(Caller caller, String digest) {
        change(caller, all -> all.removeIf(begun -> begun.digest().equals(digest)));
    }

    private boolean change(Caller caller, Consumer<List<Begun>> change) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<StateEntry> entry = store.get(key(caller));
            List<Begun> all = entry.map(CallerSessions::read).orElseGet(ArrayList::new);
            change.accept(all);
            if (write(caller, entry, all)) {
                return true;
            }
        }
        return false;
    }

    private boolean write(Caller caller, Optional<StateEntry> before, List<Begun> all) {
        StateVersion expected = before.map(StateEntry::version).orElse(StateVersion.ABSENT);
        String lines = all.stream().map(Begun::line).collect(Collectors.joining("\n"));
        return store.put(key(caller), lines, expected, clock.instant().plus(limits.lifetime()))
                .isPresent();
    }

    private static List<Begun> read(StateEntry entry) {
        return entry.value().lines().map(Begun::read).collect(Collectors.toCollection(ArrayList::new));
    }

    private static StateKey key(Caller caller) {
        return new StateKey(caller.tenant(), "sessions-of/" + Digest.of(caller.key()));
    }
}
