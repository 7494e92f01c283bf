package dev.footbridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.limit.LimitItem;
import dev.footbridge.limit.LimitStore;
import dev.footbridge.limit.Rate;
import dev.footbridge.limit.StateLimitStore;
import dev.footbridge.limit.Take;
import dev.footbridge.limit.Take.RateTake;
import dev.footbridge.limit.Take.UsageTake;
import dev.footbridge.limit.TakeResult;
import dev.footbridge.limit.TakeResult.Refused;
import dev.footbridge.limit.TakeResult.Taken;
import dev.footbridge.limit.UsageRow;
import dev.footbridge.state.MemoryStateStore;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StateLimitStoreTest extends LimitStoreContract {

    private static final LimitItem ITEM = new LimitItem("tenant", "caller/a b");
    private static final Rate RATE = new Rate(1, Duration.ofSeconds(1), 100);

    private final TestClock clock = TestClock.fixed();
    private final CountedStore counted = new CountedStore(new MemoryStateStore(clock));

    @Override
    protected LimitStore newStore(InstantSource time) {
        return new StateLimitStore(new MemoryStateStore(time));
    }

    @Test
    void aloneATakeIsOneWriteAndNoRead() {
        LimitStore store = new StateLimitStore(counted);
        for (int i = 0; i < 50; i++) {
            assertThat(store.take(take("tool"))).isInstanceOf(Taken.class);
        }

        // two index writes, reads of them, and the first two looks
        assertThat(counted.writes()).isEqualTo(51);
        assertThat(counted.reads()).isEqualTo(3);
    }

    @Test
    void aRefusalWritesNothing() {
        LimitStore store = new StateLimitStore(counted);
        long passed = 0;
        for (int i = 0; i < 1000; i++) {
            passed += store.take(take("tool")) instanceof Taken ? 1 : 0;
        }

        assertThat(passed).isEqualTo(100);
        assertThat(counted.writes()).isEqualTo(101);
    }

    @Test
    void twoThatShareAStoreShareTheLimitAndTheUsage() {
        StateLimitStore one = new StateLimitStore(counted);
        StateLimitStore other = new StateLimitStore(counted);
        long passed = 0;
        for (int day = 0; day < 2; day++) {
            for (int i = 0; i < 80; i++) {
                passed += one.take(take("tool")) instanceof Taken ? 1 : 0;
                passed += other.take(take("tool")) instanceof Taken ? 1 : 0;
            }
            clock.advance(Duration.ofDays(1));
        }

        assertThat(passed).isEqualTo(200);
        assertThat(other.usage(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 3)))
                .extracting(UsageRow::calls)
                .containsExactly(100L, 100L);
    }

    @Test
    void whatSomebodyElseWroteIsNotTakenForALimit() {
        counted.put(new StateKey("tenant", "limit/caller/a b"), "{\"rates\":[]}", StateVersion.ABSENT, inAnHour());

        assertThatThrownBy(() -> new StateLimitStore(counted).take(take("tool")))
                .isInstanceOf(StateStoreException.class);
    }

    @Test
    void tooManyOtherWritersAreAStoreThatDoesNotAnswer() {
        counted.loseAllWrites();

        assertThatThrownBy(() -> new StateLimitStore(counted).take(take("tool")))
                .isInstanceOf(StateStoreException.class);
        assertThat(counted.writes()).isLessThan(40);
    }

    @Test
    void anItemThatIsIdleIsForgotten() {
        LimitStore store = new StateLimitStore(counted);
        store.take(new Take(ITEM, List.of(new RateTake("r", RATE)), List.of(), Optional.empty(), clock.instant()));

        clock.advance(Duration.ofMinutes(2));

        assertThat(counted.get(new StateKey("tenant", "limit/caller/a b"))).isEmpty();
        TakeResult again = store.take(take("tool"));
        assertThat(again).isNotInstanceOf(Refused.class);
    }

    private Instant inAnHour() {
        return clock.instant().plusSeconds(3600);
    }

    private Take take(String tool) {
        return new Take(
                ITEM,
                List.of(new RateTake("r", RATE)),
                List.of(),
                Optional.of(new UsageTake(tool, 1)),
                clock.instant());
    }
}
