package dev.footbridge.azure.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.azure.storage.StoragePatience;
import dev.footbridge.limit.LimitItem;
import dev.footbridge.limit.LimitStore;
import dev.footbridge.limit.Rate;
import dev.footbridge.limit.StateLimitStore;
import dev.footbridge.limit.Take;
import dev.footbridge.limit.Take.RateTake;
import dev.footbridge.limit.TakeResult.Taken;
import dev.footbridge.testkit.FakeTables;
import dev.footbridge.testkit.LimitStoreContract;
import dev.footbridge.testkit.TestClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What limits cost at Table storage, counted; and their contract in every build. */
final class TableLimitsTest extends LimitStoreContract {

    private static final Rate RATE = new Rate(1, Duration.ofSeconds(1), 100);

    private final TestClock clock = TestClock.fixed();
    private final FakeTables tables = new FakeTables();

    @Override
    protected LimitStore newStore(InstantSource time) {
        return new StateLimitStore(
                new TableStateStore(Emulator.withKey(tables.address()).tables(StoragePatience.USUAL), "table", time));
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void aCallerWhomNobodyKnowsIsThreeCallsThenTwoThenOneEach() {
        LimitStore store = newStore(clock);

        assertThat(calls(() -> take(store, 1))).isEqualTo(3);
        assertThat(calls(() -> take(store, 1))).isEqualTo(2);
        assertThat(calls(() -> take(store, 48))).isEqualTo(48);
    }

    @Test
    void anInstanceThatKnowsNothingDecidesABusyCallerWithTwoCalls() {
        take(newStore(clock), 3);
        LimitStore other = newStore(clock);

        assertThat(calls(() -> take(other, 1))).isEqualTo(2);
    }

    @Test
    void aCallerWhoWasIdleIsTwoCalls() {
        take(newStore(clock), 3);
        clock.advance(Duration.ofHours(1));
        LimitStore other = newStore(clock);

        assertThat(calls(() -> take(other, 1))).isEqualTo(2);
        clock.advance(Duration.ofHours(1));
        assertThat(calls(() -> take(other, 1))).isEqualTo(2);
    }

    @Test
    void aRefusalOfAnUnknownItemIsOneCall() {
        take(newStore(clock), 100);
        LimitStore other = newStore(clock);

        assertThat(calls(() -> assertThat(take(other, 1)).isZero())).isEqualTo(1);
    }

    private int calls(Runnable action) {
        int before = tables.operations().size();
        action.run();
        return tables.operations().size() - before;
    }

    private long take(LimitStore store, int times) {
        long passed = 0;
        for (int i = 0; i < times; i++) {
            Take take = new Take(
                    new LimitItem("tenant", "caller"),
                    List.of(new RateTake("r", RATE)),
                    List.of(),
                    Optional.empty(),
                    clock.instant());
            passed += store.take(take) instanceof Taken ? 1 : 0;
        }
        return passed;
    }
}
