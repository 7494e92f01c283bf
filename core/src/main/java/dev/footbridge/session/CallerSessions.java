package dev.footbridge.session;

import dev.footbridge.call.Caller;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** Notes one more, and returns those that are too many. */
    List<String> add(Caller caller, String digest) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<StateEntry> entry = store.get(key(caller));
            List<String> all = entry.map(CallerSessions::read).orElseGet(ArrayList::new);
            all.add(digest);
            int tooMany = Math.max(0, all.size() - limits.perCaller());
            List<String> oldest = List.copyOf(all.subList(0, tooMany));
            if (write(caller, entry, all.subList(tooMany, all.size()))) {
                return oldest;
            }
        }
        throw new IllegalStateException("a caller begins too many sessions at once");
    }

    /** Forgets one. Losing a race leaves a name without a session behind, which harms nobody. */
    void remove(Caller caller, String digest) {
        Optional<StateEntry> entry = store.get(key(caller));
        entry.ifPresent(stored -> {
            List<String> all = read(stored);
            if (all.remove(digest)) {
                write(caller, entry, all);
            }
        });
    }

    private boolean write(Caller caller, Optional<StateEntry> before, List<String> all) {
        StateVersion expected = before.map(StateEntry::version).orElse(StateVersion.ABSENT);
        return store.put(
                        key(caller),
                        String.join("\n", all),
                        expected,
                        clock.instant().plus(limits.lifetime()))
                .isPresent();
    }

    private static List<String> read(StateEntry entry) {
        return entry.value().isEmpty()
                ? new ArrayList<>()
                : new ArrayList<>(List.of(entry.value().split("\n")));
    }

    private static StateKey key(Caller caller) {
        return new StateKey(caller.tenant(), "sessions-of/" + Digest.of(caller.key()));
    }
}
