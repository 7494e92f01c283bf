package dev.footbridge.state;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A store in this process's memory: for one instance, and the reference for the others.
 *
 * <p>Expired entries are swept a few at a time by later writes, so it needs no thread and what is dead stays a small
 * share of what is alive.
 */
public final class MemoryStateStore implements StateStore {

    private static final int SWEPT_PER_WRITE = 8;

    private final InstantSource clock;
    private final Map<StateKey, StateEntry> entries = new ConcurrentHashMap<>();
    private final AtomicLong lastVersion = new AtomicLong();
    private final ReentrantLock sweeping = new ReentrantLock();
    private Iterator<Map.Entry<StateKey, StateEntry>> sweep = entries.entrySet().iterator();

    public MemoryStateStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<StateEntry> get(StateKey key) {
        Instant now = clock.instant();
        return Optional.ofNullable(entries.get(key)).filter(entry -> isLive(entry, now));
    }

    @Override
    public Optional<StateVersion> put(StateKey key, String value, StateVersion expected, Instant deadline) {
        Instant now = clock.instant();
        sweep(now);
        StateEntry written = new StateEntry(
                value, new StateVersion(Long.toString(lastVersion.incrementAndGet(), Character.MAX_RADIX)), deadline);
        StateEntry stored =
                entries.compute(key, (unused, old) -> versionOf(old, now).equals(expected) ? written : old);
        boolean won = stored != null && stored.version().equals(written.version());
        return won ? Optional.of(written.version()) : Optional.empty();
    }

    @Override
    public boolean remove(StateKey key, StateVersion expected) {
        StateEntry entry = entries.get(key);
        return entry != null
                && isLive(entry, clock.instant())
                && entry.version().equals(expected)
                && entries.remove(key, entry);
    }

    /** How many entries take up memory, dead ones included. */
    int size() {
        return entries.size();
    }

    private static boolean isLive(StateEntry entry, Instant now) {
        return now.isBefore(entry.deadline());
    }

    private static StateVersion versionOf(@Nullable StateEntry entry, Instant now) {
        return entry != null && isLive(entry, now) ? entry.version() : StateVersion.ABSENT;
    }

    private void sweep(Instant now) {
        if (!sweeping.tryLock()) {
            return;
        }
        try {
            if (!sweep.hasNext()) {
                sweep = entries.entrySet().iterator();
            }
            for (int i = 0; i < SWEPT_PER_WRITE && sweep.hasNext(); i++) {
                Map.Entry<StateKey, StateEntry> next = sweep.next();
                if (!isLive(next.getValue(), now)) {
                    entries.remove(next.getKey(), next.getValue());
                }
            }
        } finally {
            sweeping.unlock();
        }
    }
}
