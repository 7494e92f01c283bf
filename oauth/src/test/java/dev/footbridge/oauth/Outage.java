package dev.footbridge.oauth;

import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** A store that stops answering when it is told to. */
final class Outage implements StateStore {

    private final StateStore store;
    private volatile boolean down;

    Outage(StateStore store) {
        this.store = store;
    }

    void begin() {
        down = true;
    }

    @Override
    public Optional<StateEntry> get(StateKey key) {
        return answering().get(key);
    }

    @Override
    public Optional<StateVersion> put(StateKey key, String value, StateVersion expected, Instant deadline) {
        return answering().put(key, value, expected, deadline);
    }

    @Override
    public boolean remove(StateKey key, StateVersion expected) {
        return answering().remove(key, expected);
    }

    private StateStore answering() {
        if (down) {
            throw new StateStoreException("down", new IOException("down"));
        }
        return store;
    }
}
