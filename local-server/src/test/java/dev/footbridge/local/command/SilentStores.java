package dev.footbridge.local.command;

import dev.footbridge.state.NamedStateStores;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The stores {@code silent:NAME}, which say why they do not answer. */
public final class SilentStores implements NamedStateStores {

    @Override
    public String scheme() {
        return "silent";
    }

    @Override
    public StateStore open(String place, Map<String, String> environment, InstantSource clock) {
        return new Silent(place);
    }

    private record Silent(String table) implements StateStore {

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
}
