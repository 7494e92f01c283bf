package dev.footbridge.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.state.MemoryStateStore;
import dev.footbridge.state.StateKey;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventBudgetTest {

    private static final int MANY = 1000;
    private static final String MESSAGE = "x".repeat(100_000);

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final MemoryStateStore store = new MemoryStateStore(() -> now);
    private final EventBudget budget = new EventBudget(() -> now);

    private EventLog log(String session, int stream) {
        StateKey key = new StateKey("default", "stream/" + session + "/" + stream);
        return new EventLog(store, () -> now, key, size -> budget.take(session, size));
    }

    private long kept(String session) {
        return IntStream.range(0, MANY)
                .filter(stream -> log(session, stream).append(1, MESSAGE, true))
                .count();
    }

    @Test
    void whatIsKeptOfOneSessionIsBoundedHoweverManyItsStreams() {
        assertThat(kept("a")).isBetween(10L, 100L);
    }

    @Test
    void oneSessionLeavesRoomForOthers() {
        kept("a");

        assertThat(log("b", 1).append(1, MESSAGE, true)).isTrue();
    }

    @Test
    void whatIsKeptOfAllIsBounded() {
        long all =
                IntStream.range(0, 50).mapToLong(session -> kept("s" + session)).sum();

        assertThat(all).isLessThan(400);
    }

    @Test
    void thereIsRoomAgainWhenNothingIsKeptAnyMore() {
        long first = kept("a");
        now = now.plus(EventLog.KEPT.multipliedBy(2));

        assertThat(kept("a")).isEqualTo(first);
    }

    @Test
    void readerLearnsThatAnEventIsNotKept() {
        EventLog full = new EventLog(store, () -> now, new StateKey("default", "stream/a/1"), size -> size < 1000);

        full.open();
        boolean kept = full.append(1, MESSAGE, false);
        full.append(2, "small", true);

        assertThat(kept).isFalse();
        assertThat(full.after(0)).isEqualTo(EventLog.Rest.UNKNOWN);
        assertThat(full.after(1)).isEqualTo(EventLog.Rest.MORE);
        assertThat(full.after(2)).isEqualTo(EventLog.Rest.NOTHING);
    }
}
