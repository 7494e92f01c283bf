package dev.footbridge.key;

import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keys in a {@link StateStore}, one entry each, for many instances. Checking a key reads one entry; one more entry has
 * the ids of all, for lists, and bounds their number to {@link KeyIndex#MAX_KEYS}. A record is forgotten 30 days after
 * its key expired.
 */
public final class StateKeyStore implements KeyStore {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final StateStore store;
    private final KeyIndex index;

    public StateKeyStore(StateStore store, InstantSource clock) {
        this.store = store;
        this.index = new KeyIndex(store, clock);
    }

    @Override
    public Optional<StoredKey> find(String id) {
        return answered(() -> store.get(key(id))).map(StateKeyStore::read);
    }

    @Override
    public List<StoredKey> list() {
        return answered(index::ids).stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing((StoredKey stored) -> stored.key().createdAt())
                        .thenComparing(stored -> stored.key().id()))
                .toList();
    }

    /** The list learns of it first: an id without a record is skipped there, a record without its id would be lost. */
    @Override
    public Optional<StateVersion> put(KeyRecord key, StateVersion expected) {
        Instant deadline = key.terms().expiresAt().plus(REMEMBERED);
        return answered(() -> {
            index.add(key.id(), deadline);
            return store.put(key(key.id()), JsonWriter.text(KeyJson.write(key)), expected, deadline);
        });
    }

    private static <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (StateStoreException silent) {
            throw new KeyStoreException("the store of the keys does not answer", silent);
        }
    }

    private static StoredKey read(StateEntry entry) {
        try {
            return new StoredKey(KeyJson.read(JsonReader.read(entry.value())), entry.version());
        } catch (JsonException unreadable) {
            throw new KeyStoreException("a stored key is not one that this version reads", unreadable);
        }
    }

    private static StateKey key(String id) {
        return new StateKey(KeyIndex.TENANT, "api-key/" + id);
    }
}
