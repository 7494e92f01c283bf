package dev.footbridge.key;

import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ids of all keys in one entry, each with the instant from which it is forgotten. */
final class KeyIndex {

    /** As many as fit into one property of the smallest store, Azure's 32,768 characters. */
    static final int MAX_KEYS = 1_000;

    /** Keys are found before their tenant is known. No tenant's own names begin like ours. */
    static final String TENANT = "footbridge";

    private static final int MAX_ATTEMPTS = 200;
    private static final StateKey KEY = new StateKey(TENANT, "api-keys");

    private final StateStore store;
    private final InstantSource clock;

    KeyIndex(StateStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    List<String> ids() {
        return List.copyOf(read(store.get(KEY)).keySet());
    }

    /** @throws KeyStoreException if there are too many, or too many writers at once */
    void add(String id, Instant deadline) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<StateEntry> before = store.get(KEY);
            Map<String, Instant> ids = read(before);
            if (deadline.equals(ids.put(id, deadline))) {
                return;
            }
            if (ids.size() > MAX_KEYS) {
                throw new KeyStoreException("there are " + MAX_KEYS + " keys already: let some expire first", null);
            }
            if (write(ids, before.map(StateEntry::version).orElse(StateVersion.ABSENT))) {
                return;
            }
        }
        throw new KeyStoreException("too many keys are written at once", null);
    }

    private boolean write(Map<String, Instant> ids, StateVersion expected) {
        String text = ids.entrySet().stream()
                .map(line -> line.getKey() + " " + line.getValue().getEpochSecond())
                .collect(Collectors.joining("\n"));
        Instant last = ids.values().stream().max(Instant::compareTo).orElse(Instant.EPOCH);
        return store.put(KEY, text, expected, last).isPresent();
    }

    /** Without those that are forgotten. */
    private Map<String, Instant> read(Optional<StateEntry> entry) {
        Map<String, Instant> ids = new LinkedHashMap<>();
        for (String line : entry.map(StateEntry::value).orElse("").split("\n", -1)) {
            int space = line.indexOf(' ');
            if (space > 0) {
                Instant deadline = Instant.ofEpochSecond(Long.parseLong(line.substring(space + 1)));
                if (clock.instant().isBefore(deadline)) {
                    ids.put(line.substring(0, space), deadline);
                }
            }
        }
        return ids;
    }
}
