package dev.footbridge.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.call.Caller;
import dev.footbridge.limit.Admission.Admitted;
import dev.footbridge.limit.Admission.Limited;
import dev.footbridge.limit.Admission.Unavailable;
import dev.footbridge.limit.LimitRule.OnStoreDown;
import dev.footbridge.limit.LimitRule.Per;
import dev.footbridge.log.Log;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the store is spared, and what happens while it is down (H2, H7). */
final class LimiterOutageTest {

    private static final Caller ANN = new Caller("acme", "https://id", "ann", Set.of());
    private static final LimitRule OPEN = LimitRule.of("open", Per.CALLER).rate(Rate.parse("5/min"));
    private static final LimitRule CLOSED = LimitRule.of("closed", Per.CALLER)
            .tools("pay")
            .rate(Rate.parse("5/min"))
            .onStoreDown(OnStoreDown.CLOSED);

    private final StillClock clock = new StillClock();
    private final FakeStore store = new FakeStore(clock);
    private final List<String> log = new ArrayList<>();
    private final Limiter limiter = limiter();

    @Test
    void aFloodOnOneInstanceNeverReachesTheStore() {
        for (int i = 0; i < 1000; i++) {
            limiter.admit(ANN, "find", Optional.empty(), 1);
        }

        assertThat(store.asked).hasSize(5);
    }

    @Test
    void aRefusalOfTheStoreIsNotAskedForAgainUntilItIsOver() {
        Limiter other = limiter();
        for (int i = 0; i < 5; i++) {
            assertThat(other.admit(ANN, "find", Optional.empty(), 1)).isInstanceOf(Admitted.class);
        }

        for (int i = 0; i < 1000; i++) {
            Admission admission = limiter.admit(ANN, "find", Optional.empty(), 1);
            assertThat(((Limited) admission).delay()).isEqualTo(Duration.ofSeconds(12));
        }
        assertThat(store.asked).hasSize(6);

        clock.advance(Duration.ofSeconds(12));
        assertThat(limiter.admit(ANN, "find", Optional.empty(), 1)).isInstanceOf(Admitted.class);
        assertThat(other.admit(ANN, "find", Optional.empty(), 1)).isInstanceOf(Limited.class);
    }

    @Test
    void aQuotaThatOthersUsedUpIsNotAskedForAgainButACheaperCallIs() {
        LimitRule rule = LimitRule.of("day", Per.CALLER).quota(Quota.parse("10/day"));
        Limiter one = new Limiter(List.of(rule), store, false, clock, Log.none());
        Limiter other = new Limiter(List.of(rule), store, false, clock, Log.none());
        other.admit(ANN, "find", Optional.empty(), 8);

        for (int i = 0; i < 100; i++) {
            assertThat(one.admit(ANN, "find", Optional.empty(), 5)).isInstanceOf(Limited.class);
        }

        assertThat(store.asked).hasSize(2);
        assertThat(one.admit(ANN, "find", Optional.empty(), 2)).isInstanceOf(Admitted.class);
        assertThat(one.admit(ANN, "find", Optional.empty(), 1)).isInstanceOf(Limited.class);
    }

    @Test
    void whileTheStoreIsDownAnOrdinaryRuleLimitsInMemory() {
        store.down = true;
        for (int i = 0; i < 5; i++) {
            Admission admission = limiter.admit(ANN, "find", Optional.empty(), 1);
            assertThat(admission).isInstanceOfSatisfying(Admitted.class, admitted -> {
                assertThat(admitted.degraded()).isTrue();
                assertThat(admitted.remaining()).isPresent();
            });
        }

        assertThat(limiter.admit(ANN, "find", Optional.empty(), 1)).isInstanceOf(Limited.class);
        assertThat(log).isNotEmpty().allMatch(line -> line.contains("does not answer"));
    }

    @Test
    void whileTheStoreIsDownAClosedRuleLetsNothingPassAndTakesNothing() {
        store.down = true;
        for (int i = 0; i < 20; i++) {
            assertThat(limiter.admit(ANN, "pay", Optional.empty(), 1))
                    .isInstanceOfSatisfying(Unavailable.class, unavailable -> {
                        assertThat(unavailable.rule()).isEqualTo("closed");
                        assertThat(unavailable.delay()).isEqualTo(Duration.ofSeconds(5));
                        assertThat(unavailable.text()).contains("pay", "did not run", "5 seconds");
                    });
        }

        store.down = false;
        clock.advance(Duration.ofSeconds(5));
        for (int i = 0; i < 5; i++) {
            assertThat(limiter.admit(ANN, "pay", Optional.empty(), 1)).isInstanceOf(Admitted.class);
        }
    }

    @Test
    void afterThreeFailuresTheStoreIsLeftAloneForFiveSecondsAndThenAskedOnce() {
        store.down = true;
        pay(20);
        assertThat(store.asked).hasSize(3);

        clock.advance(Duration.ofSeconds(5));
        pay(20);
        assertThat(store.asked).hasSize(4);

        store.down = false;
        clock.advance(Duration.ofSeconds(5));
        assertThat(limiter.admit(ANN, "pay", Optional.empty(), 1)).isInstanceOf(Admitted.class);
        assertThat(limiter.admit(ANN, "pay", Optional.empty(), 1)).isInstanceOf(Admitted.class);
        assertThat(store.asked).hasSize(6);
    }

    @Test
    void aStoreThatAnswersTooSlowlyIsLeftAloneToo() {
        store.slowness = Duration.ofSeconds(2);
        pay(3);
        assertThat(store.asked).hasSize(3);

        assertThat(limiter.admit(ANN, "pay", Optional.empty(), 1)).isInstanceOf(Unavailable.class);
        assertThat(store.asked).hasSize(3);
        assertThat(log).singleElement().asString().contains("slow");
    }

    @Test
    void whatFailsInAnUnknownWayHoldsNothing() {
        Limiter broken = new Limiter(
                List.of(OPEN.concurrency(1)),
                take -> {
                    throw new IllegalStateException("a mistake");
                },
                false,
                clock,
                Log.none());
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> broken.admit(ANN, "find", Optional.empty(), 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a mistake");
        }
        assertThat(broken.leases().size()).isZero();
    }

    private void pay(int times) {
        for (int i = 0; i < times; i++) {
            limiter.admit(ANN, "pay", Optional.empty(), 1);
        }
    }

    private Limiter limiter() {
        return new Limiter(
                List.of(OPEN, CLOSED), store, false, clock, (level, request, message, cause) -> log.add(message));
    }
}
