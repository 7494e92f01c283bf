package dev.footbridge.local.command;

import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** A store that does not answer, and says why. */
record SilentStore(String table) implements StateStore {

    @Override
    public Optional<StateEntry> get(StateKey key) {
        throw silence();
    }

    @Override
    public Optional<StateVersion> put(StateKey key, String value, StateVersion expected, Instant deadline) {
        throw silence();
    }

    @Override
    public boolean remove(StateKey key, StateVersion expected) {
        throw silence();
    }

    private StateStoreException silence() {
        return new StateStoreException("the table " + table + " is not in this region", new IOException("404"));
    }
}
