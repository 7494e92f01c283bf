package dev.footbridge.key;

import dev.footbridge.state.LruMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The answers of the last while, a bounded number of them: those that were not asked for longest go first. Thread-safe.
 */
final class Recent<V> {

    private final Duration lifetime;
    private final Map<String, Dated<V>> entries;

    Recent(int most, Duration lifetime) {
        this.lifetime = lifetime;
        this.entries = new LruMap<>(most);
    }

    private record Dated<V>(V value, Instant from) {}

    /** What was learned at most a lifetime ago; nothing either if the clock went back since. */
    Optional<V> get(String name, Instant now) {
        synchronized (entries) {
            Dated<V> found = entries.get(name);
            if (found == null) {
                return Optional.empty();
            }
            if (now.isBefore(found.from()) || !now.isBefore(found.from().plus(lifetime))) {
                entries.remove(name);
                return Optional.empty();
            }
            return Optional.of(found.value());
        }
    }

    /** @param from when it was asked for: an answer is as old as its question */
    void put(String name, V value, Instant from) {
        synchronized (entries) {
            entries.put(name, new Dated<>(value, from));
        }
    }

    int size() {
        synchronized (entries) {
            return entries.size();
        }
    }
}
