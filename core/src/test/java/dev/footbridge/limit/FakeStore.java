package dev.footbridge.limit;

import dev.footbridge.state.StateStoreException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A store in memory that can be taken down or made slow, and notes what it is asked. */
final class FakeStore implements LimitStore {

    private final MemoryLimitStore store = new MemoryLimitStore();
    private final StillClock clock;
    final List<Take> asked = new ArrayList<>();
    Duration slowness = Duration.ZERO;
    boolean down;

    FakeStore(StillClock clock) {
        this.clock = clock;
    }

    @Override
    public TakeResult take(Take take) {
        asked.add(take);
        clock.advance(slowness);
        if (down) {
            throw new StateStoreException("down", new IllegalStateException("pulled"));
        }
        return store.take(take);
    }

    List<UsageRow> usage() {
        return store.usage(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    }
}
