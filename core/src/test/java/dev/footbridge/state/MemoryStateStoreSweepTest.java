package dev.footbridge.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class MemoryStateStoreSweepTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void memoryDoesNotGrowWithEntriesNobodyAsksForAgain() {
        // given
        AtomicReference<Instant> now = new AtomicReference<>(START);
        MemoryStateStore store = new MemoryStateStore(now::get);

        // when each entry lives for 100 writes
        for (int i = 0; i < 20_000; i++) {
            now.set(START.plusSeconds(i));
            store.put(
                    new StateKey("t", "k" + i),
                    "v",
                    StateVersion.ABSENT,
                    now.get().plusSeconds(100));
        }

        // then
        assertThat(store.size()).isLessThan(300);
    }
}
