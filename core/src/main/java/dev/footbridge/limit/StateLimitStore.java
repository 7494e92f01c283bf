package dev.footbridge.limit;

import dev.footbridge.limit.LimitState.Step;
import dev.footbridge.limit.TakeResult.Refused;
import dev.footbridge.state.LruMap;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Limits in any {@link StateStore}, by compare and swap: as many processes as share that store share the limits.
 *
 * <p>While one process alone changes an item, a take is one write and no read. When others change it too, it is a read
 * and a write, and again for each writer that was first, at most ten times; then the take counts as not answered. A
 * refusal writes nothing. Usage is kept for 400 days. Takes of one item wait for each other. Thread-safe.
 */
public final class StateLimitStore implements LimitStore, UsageStore {

    private static final int ATTEMPTS = 10;
    private static final int SEEN = 10_000;
    private static final long PAUSE_NANOS = 500_000;

    private final StateStore store;
    private final UsageHistory history;
    private final Map<StateKey, Seen> seen = Collections.synchronizedMap(new LruMap<>(SEEN));
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(64).toList();

    public StateLimitStore(StateStore store) {
        this.store = store;
        this.history = new UsageHistory(store);
    }

    @Override
    public TakeResult take(Take take) {
        StateKey key = key(take.item());
        ReentrantLock lock = locks.get(Math.floorMod(key.hashCode(), locks.size()));
        lock.lock();
        try {
            Seen last = seen.remove(key);
            Seen from = last != null && last.alone() ? last : read(key, last);
            return swap(take, key, from);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<UsageRow> usage(LocalDate from, LocalDate to) {
        return from.datesUntil(from.isAfter(to) ? from : to.plusDays(1))
                .flatMap(day -> history.items(day).flatMap(item -> rows(item, day)))
                .toList();
    }

    private TakeResult swap(Take take, StateKey key, Seen start) {
        Seen from = start;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Step step = from.item().limits().take(take);
            if (step.result() instanceof Refused) {
                seen.put(key, from);
                return step.result();
            }
            StoredItem after =
                    new StoredItem(step.state(), usage(take, from.item().usage()));
            Optional<StateVersion> written = store.put(key, after.text(), from.version(), deadline(after, take.now()));
            if (written.isPresent()) {
                seen.put(key, new Seen(written.get(), after, from.alone()));
                return step.result();
            }
            pause(attempt);
            from = read(key, null);
        }
        throw new StateStoreException("A limit was not taken", new IllegalStateException("other writers were first"));
    }

    private DayUsage usage(Take take, DayUsage before) {
        if (take.usage().isEmpty()) {
            return before;
        }
        DayUsage today = before.at(take.now());
        if (!today.day().equals(before.day())) {
            if (!before.isEmpty()) {
                history.close(take.item(), before);
            }
            history.open(take.item(), today.day());
        }
        return today.plus(take.usage().get(), take.givesBack());
    }

    /** @param last what this process wrote or saw last: if it is still there, no other process writes now */
    private Seen read(StateKey key, @Nullable Seen last) {
        Optional<StateEntry> entry = store.get(key);
        StateVersion version = entry.map(StateEntry::version).orElse(StateVersion.ABSENT);
        if (last != null && last.version().equals(version)) {
            return new Seen(version, last.item(), true);
        }
        StoredItem item = entry.map(StateEntry::value).map(StoredItem::read).orElse(StoredItem.EMPTY);
        return new Seen(version, item, false);
    }

    private Stream<UsageRow> rows(LimitItem item, LocalDate day) {
        Optional<DayUsage> open = store.get(key(item))
                .map(entry -> StoredItem.read(entry.value()).usage())
                .filter(usage -> usage.day().equals(day));
        return open.or(() -> history.closedUsage(item, day)).stream().flatMap(usage -> usage.rows(item));
    }

    private static Instant deadline(StoredItem item, Instant now) {
        Instant deadline = item.limits().deadline();
        if (!item.usage().isEmpty()) {
            Instant kept =
                    item.usage().day().atStartOfDay(ZoneOffset.UTC).toInstant().plus(UsageHistory.KEPT);
            deadline = kept.isAfter(deadline) ? kept : deadline;
        }
        Instant soon = now.plusSeconds(60);
        return deadline.isAfter(soon) ? deadline : soon;
    }

    private static StateKey key(LimitItem item) {
        return new StateKey(item.tenant(), "limit/" + item.name());
    }

    private static void pause(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE_NANOS << Math.min(attempt, 6)));
    }

    /** @param alone true if no other process wrote between two looks of this one */
    private record Seen(StateVersion version, StoredItem item, boolean alone) {}
}
