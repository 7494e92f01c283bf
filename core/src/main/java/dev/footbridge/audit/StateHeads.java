package dev.footbridge.audit;

import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.log.Log;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Keeps in a store how far streams have come, for 400 days. While the store fails records are written all the same, and
 * the log says so. Thread-safe.
 */
public final class StateHeads implements AuditTrail.Heads {

    private static final Duration KEPT = Duration.ofDays(400);

    private final StateStore store;
    private final Log log;
    private final InstantSource clock;

    public StateHeads(StateStore store, Log log, InstantSource clock) {
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /** How far a stream came, and the code of its last record then. */
    public record Head(long count, String code) {}

    @Override
    public void keep(String stream, long count, String code) {
        JsonObject head =
                JsonObject.builder().put("count", count).put("code", code).build();
        try {
            StateVersion version =
                    store.get(key(stream)).map(StateEntry::version).orElse(StateVersion.ABSENT);
            store.put(
                    key(stream), JsonWriter.text(head), version, clock.instant().plus(KEPT));
        } catch (StateStoreException down) {
            log.error("-", "how far the audit has come could not be kept", down);
        }
    }

    /**
     * The head of a stream; empty if none was kept.
     *
     * @throws StateStoreException if the store does not answer
     */
    public Optional<Head> find(String stream) {
        return store.get(key(stream))
                .flatMap(entry -> JsonReader.readObject(entry.value()))
                .map(head -> new Head(
                        head.integer("count").orElse(0), head.string("code").orElse("")));
    }

    /** Streams belong to no tenant, and only their own instance writes them. */
    private static StateKey key(String stream) {
        return new StateKey("", "audit-head/" + stream);
    }
}
