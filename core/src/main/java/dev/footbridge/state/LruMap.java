package dev.footbridge.limit;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was used least recently. Not thread-safe. */
final class Lru<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int capacity;

    Lru(int capacity) {
        super(16, 0.75f, true);
        this.capacity = capacity;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > capacity;
    }
}
