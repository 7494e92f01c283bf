package dev.footbridge.session;

import dev.footbridge.call.Caller;
import dev.footbridge.state.Digest;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Which sessions a caller has, oldest first, so that nobody can fill the store with them. */
final class CallerSessions {

    private static final int MAX_ATTEMPTS = 16;
    /** So many of the oldest are looked at to find the one that has to go: enough to spare those in use. */
    private static final int LOOK_AT = 32;

    private final StateStore store;
    private final InstantSource clock;
    private final SessionLimits limits;

    CallerSessions(StateStore store, InstantSource clock, SessionLimits limits) {
        this.store = store;
        this.clock = clock;
        this.limits = limits;
    }

    /** Notes one more. If that is too many, returns some of the older ones, one of which has to go. */
    List<String> add(Caller caller, String digest) {
        List<String> all = change(caller, names -> names.add(digest));
        int older = all.size() - 1;
        return older < limits.perCaller() ? List.of() : List.copyOf(all.subList(0, Math.min(LOOK_AT, older)));
    }

    /** Forgets some. */
    void remove(Caller caller, Collection<String> digests) {
        change(caller, names -> names.removeAll(digests));
    }

    private List<String> change(Caller caller, Consumer<List<String>> change) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<StateEntry> entry = store.get(key(caller));
            List<String> all = entry.map(CallerSessions::read).orElseGet(ArrayList::new);
            change.accept(all);
            if (write(caller, entry, all)) {
                return all;
            }
        }
        throw new IllegalStateException("a caller begins and ends too many sessions at once");
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
