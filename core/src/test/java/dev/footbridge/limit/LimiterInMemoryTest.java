package dev.footbridge.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.call.Caller;
import dev.footbridge.limit.Admission.Admitted;
import dev.footbridge.limit.Admission.Limited;
import dev.footbridge.limit.Admission.Remaining;
import dev.footbridge.limit.LimitRule.Per;
import dev.footbridge.log.Log;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A limiter whose store is memory: it is asked once for a call, and last where usage is counted. */
final class LimiterInMemoryTest {

    private static final Caller ANN = new Caller("acme", "https://id", "ann", Set.of());
    private static final Caller BOB = new Caller("acme", "https://id", "bob", Set.of());

    private final StillClock clock = new StillClock();
    private final MemoryLimitStore store = new MemoryLimitStore();

    @Test
    void everyCallIsCountedOnce() {
        Limiter limiter = limiter(false, LimitRule.of("mine", Per.CALLER).rate(Rate.parse("2/min")));

        assertThat(admit(limiter, ANN)).isInstanceOfSatisfying(Admitted.class, admitted -> {
            assertThat(admitted.tightest()).contains(new Remaining("mine", 1));
            assertThat(admitted.degraded()).isFalse();
        });
        assertThat(admit(limiter, ANN)).isInstanceOf(Admitted.class);
        assertThat(admit(limiter, ANN)).isInstanceOf(Limited.class);
        clock.advance(Duration.ofSeconds(30));
        assertThat(admit(limiter, ANN)).isInstanceOf(Admitted.class);
        assertThat(limiter.near().size()).isZero();
    }

    @Test
    void whatAWiderLimitRefusesIsNoUsageAndPushesNoneOut() {
        Limiter limiter = limiter(
                true,
                LimitRule.of("mine", Per.CALLER).rate(Rate.parse("2/min")),
                LimitRule.of("all", Per.TENANT).quota(Quota.parse("1/month")));
        LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        admit(limiter, ANN);
        for (int day = 0; day < 70; day++) {
            admit(limiter, BOB);
            clock.advance(Duration.ofDays(1));
        }

        assertThat(store.usage(first, first))
                .singleElement()
                .satisfies(row -> assertThat(row.caller()).endsWith("ann"));
    }

    private Limiter limiter(boolean metered, LimitRule... rules) {
        return new Limiter(List.of(rules), store, metered, clock, Log.none());
    }

    private static Admission admit(Limiter limiter, Caller caller) {
        return limiter.admit(caller, "find", Optional.empty(), 1);
    }
}
