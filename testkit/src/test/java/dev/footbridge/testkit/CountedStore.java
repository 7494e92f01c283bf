package dev.footbridge.testkit;

import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what a store is asked, the writes that lose too. */
final class CountedStore implements StateStore {

    private final StateStore store;
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private volatile boolean losing;

    CountedStore(StateStore store) {
        this.store = store;
    }

    int reads() {
        return reads.get();
    }

    int writes() {
        return writes.get();
    }

    void loseAllWrites() {
        losing = true;
    }

    @Override
    public Optional<StateEntry> get(StateKey key) {
        reads.incrementAndGet();
        return store.get(key);
    }

    @Override
    public Optional<StateVersion> put(StateKey key, String value, StateVersion expected, Instant deadline) {
        writes.incrementAndGet();
        return losing ? Optional.empty() : store.put(key, value, expected, deadline);
    }

    @Override
    public boolean remove(StateKey key, StateVersion expected) {
        writes.incrementAndGet();
        return store.remove(key, expected);
    }
}
