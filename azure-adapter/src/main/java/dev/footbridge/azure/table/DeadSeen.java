package dev.footbridge.azure.table;

import dev.footbridge.state.LruMap;
import java.util.Map;
import java.util.Optional;

/** ETags of the 1,000 dead entities that were met last, so that writing over one needs no look. Thread-safe. */
final class DeadSeen {

    private static final int ENTITIES = 1_000;

    private final Map<String, String> etags = new LruMap<>(ENTITIES);

    synchronized void put(String pk, String etag) {
        etags.put(pk, etag);
    }

    synchronized Optional<String> take(String pk) {
        return Optional.ofNullable(etags.remove(pk));
    }
}
