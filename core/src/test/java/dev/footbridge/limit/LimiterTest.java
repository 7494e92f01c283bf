package dev.footbridge.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footbridge.call.Caller;
import dev.footbridge.limit.Admission.Admitted;
import dev.footbridge.limit.Admission.Limited;
import dev.footbridge.limit.Admission.Remaining;
import dev.footbridge.limit.LimitRule.Per;
import dev.footbridge.limit.Take.RateTake;
import dev.footbridge.limit.TakeResult.Taken;
import dev.footbridge.log.Log;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Limits as one instance decides them (H1, H5, H6). */
final class LimiterTest {

    private static final Caller ANN = new Caller("acme", "https://id", "ann", Set.of());
    private static final Caller BOB = new Caller("acme", "https://id", "bob", Set.of());
    private static final Caller EVE = new Caller("other", "https://id", "eve", Set.of());
    private static final Rate TWICE = Rate.parse("2/min");

    private final StillClock clock = new StillClock();
    private final FakeStore store = new FakeStore(clock);

    @Test
    void aCallThatNoRuleFitsAsksNoStore() {
        Limiter limiter = limiter(LimitRule.of("r", Per.CALLER).tools("other").rate(TWICE));

        assertThat(admitted(limiter, ANN, "find").tightest()).isEmpty();
        assertThat(admitted(limiter, ANN, "find").remaining()).isEmpty();
        assertThat(store.asked).isEmpty();
    }

    @Test
    void perCallerEachHasItsOwnForAllToolsTogether() {
        Limiter limiter = limiter(LimitRule.of("mine", Per.CALLER).rate(TWICE));

        admitted(limiter, ANN, "find");
        assertThat(admitted(limiter, ANN, "list").tightest()).contains(new Remaining("mine", 0));
        assertThat(limited(limiter, ANN, "find").rule()).isEqualTo("mine");
        admitted(limiter, BOB, "find");
    }

    @Test
    void perCallerAndToolEachToolHasItsOwn() {
        Limiter limiter = limiter(LimitRule.of("each", Per.CALLER_AND_TOOL).rate(TWICE));

        admitted(limiter, ANN, "find");
        admitted(limiter, ANN, "find");
        limited(limiter, ANN, "find");
        admitted(limiter, ANN, "list");
        admitted(limiter, BOB, "find");
    }

    @Test
    void perTenantAllItsCallersTogether() {
        Limiter limiter = limiter(LimitRule.of("all", Per.TENANT).rate(TWICE));

        admitted(limiter, ANN, "find");
        admitted(limiter, BOB, "find");
        assertThat(limited(limiter, ANN, "find").text()).contains("of your organisation");
        admitted(limiter, EVE, "find");
    }

    @Test
    void anAddressIsCountedWhenARequestComesAndNotOnceMoreWhenItCalls() {
        Limiter limiter = limiter(LimitRule.of("ip", Per.ADDRESS).rate(TWICE));
        Optional<String> home = Optional.of("203.0.113.9");

        assertThat(limiter.arrive("203.0.113.9")).isInstanceOf(Admitted.class);
        assertThat(limiter.admit(ANN, "find", home, 1)).isInstanceOf(Admitted.class);
        assertThat(limiter.arrive("203.0.113.9")).isInstanceOf(Admitted.class);
        assertThat(limiter.arrive("203.0.113.9")).isInstanceOf(Limited.class);
        assertThat(limiter.arrive("203.0.113.10")).isInstanceOf(Admitted.class);
        admitted(limiter, ANN, "find");
    }

    @Test
    void anAddressIsCountedForSomeToolsWhoeverCalls() {
        Limiter limiter = limiter(LimitRule.of("ip", Per.ADDRESS).tools("find").rate(TWICE));
        Optional<String> home = Optional.of("203.0.113.9");

        assertThat(limiter.admit(ANN, "find", home, 1)).isInstanceOf(Admitted.class);
        assertThat(limiter.admit(EVE, "find", home, 1)).isInstanceOf(Admitted.class);
        assertThat(limiter.admit(EVE, "find", home, 1)).isInstanceOf(Limited.class);
        assertThat(limiter.arrive("203.0.113.9")).isInstanceOf(Admitted.class);
        admitted(limiter, EVE, "other");
    }

    @Test
    void allRulesMustLetACallPassAndARefusedCallTakesNothing() {
        Limiter limiter = limiter(
                LimitRule.of("mine", Per.CALLER).rate(Rate.parse("10/min")),
                LimitRule.of("find", Per.CALLER).tools("find").rate(TWICE),
                LimitRule.of("all", Per.TENANT).rate(Rate.parse("12/min")));
        admitted(limiter, ANN, "find");
        admitted(limiter, ANN, "find");

        for (int i = 0; i < 30; i++) {
            assertThat(limited(limiter, ANN, "find").rule()).isEqualTo("find");
        }

        assertThat(admitted(limiter, ANN, "list").tightest()).contains(new Remaining("mine", 7));
        for (int i = 0; i < 9; i++) {
            admitted(limiter, BOB, "list");
        }
        assertThat(limited(limiter, BOB, "list").rule()).isEqualTo("all");
    }

    @Test
    void whatTheStoreRefusesLaterIsGivenBackEarlier() {
        Rate five = Rate.parse("5/h");
        Limiter one = metered(
                LimitRule.of("mine", Per.CALLER).rate(five),
                LimitRule.of("all", Per.TENANT).rate(TWICE));
        Limiter other = metered(LimitRule.of("all", Per.TENANT).rate(TWICE));
        admitted(other, BOB, "find");
        admitted(other, BOB, "find");

        assertThat(limited(one, ANN, "find").rule()).isEqualTo("all");

        assertThat(store.usage())
                .singleElement()
                .satisfies(row -> assertThat(row.caller()).endsWith("bob"));
        Take mine = new Take(
                new LimitItem("acme", Names.caller(ANN)),
                List.of(new RateTake("mine", five)),
                List.of(),
                Optional.empty(),
                clock.instant());
        assertThat(store.take(mine)).isEqualTo(new Taken(Map.of("mine", 4L)));
        assertThat(one.near().take(mine)).isEqualTo(new Taken(Map.of("mine", 4L)));
    }

    @Test
    void theTextSaysWhichLimitHowLongAndThatSoonerFails() {
        Limiter limiter =
                limiter(LimitRule.of("refund-5pm", Per.CALLER).tools("refund").rate(Rate.parse("5/min")));
        for (int i = 0; i < 5; i++) {
            admitted(limiter, ANN, "refund");
        }

        Limited limited = limited(limiter, ANN, "refund");
        assertThat(limited.rule()).isEqualTo("refund-5pm");
        assertThat(limited.delaySeconds()).isEqualTo(12);
        assertThat(limited.text())
                .isEqualTo("Rate limit for tool refund reached (5 per minute). Wait 12 seconds before calling it again;"
                        + " calling sooner will fail.");
        clock.advance(limited.delay());
        admitted(limiter, ANN, "refund");
    }

    @Test
    void aQuotaCountsWhatCallsCostUntilMidnight() {
        Limiter limiter = limiter(LimitRule.of("day", Per.CALLER).quota(Quota.parse("10/day")));

        assertThat(limiter.admit(ANN, "find", Optional.empty(), 9)).isInstanceOf(Admitted.class);
        assertThat(limiter.admit(ANN, "find", Optional.empty(), 2)).isInstanceOf(Limited.class);
        assertThat(limiter.admit(ANN, "find", Optional.empty(), 1)).isInstanceOf(Admitted.class);
        assertThat(limited(limiter, ANN, "find").text())
                .isEqualTo("Quota used up (10 per day). Wait 24 hours before calling any tool again;"
                        + " calling sooner will fail.");
        clock.advance(Duration.ofDays(1));
        admitted(limiter, ANN, "find");
    }

    @Test
    void onlySoManyCallsRunAtOnce() {
        Limiter limiter =
                limiter(LimitRule.of("slow", Per.CALLER).concurrency(2).rate(Rate.parse("9/min")));
        Admitted first = admitted(limiter, ANN, "find");
        admitted(limiter, ANN, "find");

        assertThat(limited(limiter, ANN, "find").text()).contains("at the same time", "(2)");
        admitted(limiter, BOB, "find");
        first.close();
        first.close();
        assertThat(admitted(limiter, ANN, "find").tightest()).contains(new Remaining("slow", 6));
        limited(limiter, ANN, "find");
    }

    @Test
    void aPlaceThatNobodyGivesBackIsFreeAgainLater() {
        Limiter limiter = limiter(LimitRule.of("slow", Per.CALLER).concurrency(1));
        Admitted lost = admitted(limiter, ANN, "find");
        limited(limiter, ANN, "find");

        clock.advance(Duration.ofMinutes(15));
        Admitted next = admitted(limiter, ANN, "find");
        lost.close();
        limited(limiter, ANN, "find");
        next.close();

        assertThat(limiter.leases().size()).isZero();
    }

    @Test
    void aRefusedCallHoldsNoPlace() {
        Limiter limiter =
                limiter(LimitRule.of("slow", Per.CALLER).concurrency(1).rate(TWICE));
        admitted(limiter, ANN, "find").close();
        admitted(limiter, ANN, "find").close();
        assertThat(limited(limiter, ANN, "find").text()).startsWith("Rate limit");

        assertThat(limiter.leases().size()).isZero();
    }

    @Test
    void usageIsCountedInTheSameTakeForAdmittedCallsOnly() {
        Limiter limiter = metered(LimitRule.of("mine", Per.CALLER).tools("find").rate(TWICE));

        limiter.admit(ANN, "find", Optional.empty(), 5);
        limiter.admit(ANN, "find", Optional.empty(), 5);
        limiter.admit(ANN, "find", Optional.empty(), 5);
        admitted(limiter, ANN, "list");

        assertThat(store.asked).hasSize(3);
        assertThat(UsageReport.byTool(store.usage()).csv()).isEqualTo("tool,calls,cost\r\nfind,2,10\r\nlist,1,1\r\n");
    }

    @Test
    void theMemoryIsBounded() {
        Limiter limiter = limiter(LimitRule.of("ip", Per.ADDRESS).rate(TWICE));
        for (int i = 0; i < 20_000; i++) {
            limiter.arrive("10." + i / 256 + "." + i % 256 + ".1");
        }

        assertThat(limiter.near().size()).isEqualTo(10_000);
    }

    @Test
    void rulesThatCannotBeToldApartAndCostsBelowNothingAreRefused() {
        LimitRule rule = LimitRule.of("r", Per.CALLER).rate(TWICE);
        assertThatIllegalArgumentException().isThrownBy(() -> limiter(rule, rule));
        Limiter limiter = limiter(rule);
        assertThatIllegalArgumentException().isThrownBy(() -> limiter.admit(ANN, "find", Optional.empty(), -1));
    }

    private Limiter limiter(LimitRule... rules) {
        return new Limiter(List.of(rules), store, false, clock, Log.none());
    }

    private Limiter metered(LimitRule... rules) {
        return new Limiter(List.of(rules), store, true, clock, Log.none());
    }

    private static Admitted admitted(Limiter limiter, Caller caller, String tool) {
        Admission admission = limiter.admit(caller, tool, Optional.empty(), 1);
        assertThat(admission).isInstanceOf(Admitted.class);
        return (Admitted) admission;
    }

    private static Limited limited(Limiter limiter, Caller caller, String tool) {
        Admission admission = limiter.admit(caller, tool, Optional.empty(), 1);
        assertThat(admission).isInstanceOf(Limited.class);
        return (Limited) admission;
    }
}
