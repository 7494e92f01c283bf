package dev.footbridge.azure.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** ETags of the 1,000 dead entities that were met last, so that writing over one needs no look. Thread-safe. */
final class DeadSeen {

    private static final int ENTITIES = 1_000;

    private final Map<String, String> etags = new Recent();

    synchronized void put(String pk, String etag) {
        etags.put(pk, etag);
    }

    synchronized Optional<String> take(String pk) {
        return Optional.ofNullable(etags.remove(pk));
    }

    private static final class Recent extends LinkedHashMap<String, String> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > ENTITIES;
        }
    }
}
