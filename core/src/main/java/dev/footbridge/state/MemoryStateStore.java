package dev.footbridge.state;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** A store in this process's memory: for one instance, and the reference for the others. */
public final class MemoryStateStore implements StateStore {

    private final InstantSource clock;

    public MemoryStateStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<StateEntry> get(StateKey key) {
        throw new UnsupportedOperationException("" + clock);
    }

    @Override
    public Optional<StateVersion> put(StateKey key, String value, StateVersion expected, Instant deadline) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(StateKey key, StateVersion expected) {
        throw new UnsupportedOperationException();
    }
}
