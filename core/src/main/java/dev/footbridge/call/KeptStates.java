package dev.footbridge.call;

import dev.footbridge.state.StateStore;
import java.time.InstantSource;

/** What a server keeps for its callers between calls, in a store that every instance may share. Thread-safe. */
public final class KeptStates {

    private final StateStore store;
    private final InstantSource clock;

    public KeptStates(StateStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What is kept for the caller under the handle; the store is not asked yet. */
    public KeptState of(Caller caller, String handle) {
        return new KeptState(store, clock, caller, handle);
    }

    /** As {@link #of}, under a new handle that nobody can guess. */
    public KeptState begin(Caller caller) {
        return of(caller, Handles.next());
    }
}
