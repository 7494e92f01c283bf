package dev.footbridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.limit.LimitItem;
import dev.footbridge.limit.LimitStore;
import dev.footbridge.limit.Quota;
import dev.footbridge.limit.Rate;
import dev.footbridge.limit.Take;
import dev.footbridge.limit.Take.QuotaTake;
import dev.footbridge.limit.Take.RateTake;
import dev.footbridge.limit.Take.UsageTake;
import dev.footbridge.limit.TakeResult;
import dev.footbridge.limit.TakeResult.Kind;
import dev.footbridge.limit.TakeResult.Refused;
import dev.footbridge.limit.TakeResult.Taken;
import dev.footbridge.limit.UsageRow;
import dev.footbridge.limit.UsageStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link LimitStore} must do. Extend it, and hand it an empty store whose entries live by the given clock. A
 * store that counts usage is a {@link UsageStore} too.
 */
public abstract class LimitStoreContract {

    private static final int THREADS = 20;
    private static final LimitItem ITEM = new LimitItem("tenant", "caller/issuer subject");
    private static final Rate RATE = new Rate(10, Duration.ofSeconds(1), 5);

    /** One call, and then no other for a while. */
    private static final RateTake MINUTE = new RateTake("minute", new Rate(1, Duration.ofMinutes(1), 1));

    private static final QuotaTake DAY = new QuotaTake("day", new Quota(1, Quota.Period.DAY), 1);
    private static final Duration ROUNDING = Duration.ofNanos(1);

    private final TestClock clock = TestClock.fixed();
    private LimitStore store;

    /** A store with nothing in it. */
    protected abstract LimitStore newStore(InstantSource time);

    @BeforeEach
    final void beginWithAnEmptyStore() {
        store = newStore(clock);
    }

    @Test
    final void aBurstPassesAndThenNothing() {
        for (int left = 4; left >= 0; left--) {
            assertThat(remaining(store.take(rate(RATE)), "r")).isEqualTo(left);
        }

        assertThat(store.take(rate(RATE))).isEqualTo(new Refused("r", Kind.RATE, Duration.ofMillis(100)));
    }

    @Test
    final void aRefusalTellsTheWaitToWithinRounding() {
        Rate third = new Rate(3, Duration.ofSeconds(1), 2);
        Random random = new Random(4);
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            clock.advance(Duration.ofNanos(random.nextInt(300_000_000)));
            if (store.take(rate(third)) instanceof Refused refusal) {
                refused++;
                Instant early = clock.instant().plus(refusal.delay()).minus(ROUNDING);
                assertThat(store.take(at(rate(third), early))).isInstanceOf(Refused.class);
                clock.advance(refusal.delay());
                assertThat(store.take(rate(third))).isInstanceOf(Taken.class);
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    final void twentyThreadsNeverGetMoreThanTheBurstAndTheRate() throws Exception {
        int steps = 20;
        long passed = 0;
        for (int step = 0; step < steps; step++) {
            passed += atOnce(() -> store.take(rate(RATE)) instanceof Taken ? 1 : 0);
            clock.advance(Duration.ofMillis(150));
        }

        long most = RATE.burst() + RATE.count() * 150 * (steps - 1) / 1000;
        assertThat(passed).isBetween(most - 1, most);
    }

    @Test
    final void manyThreadsUseUpAQuotaExactly() throws Exception {
        Take take = quota(new Quota(50, Quota.Period.DAY), 3);

        long passed = 0;
        for (int round = 0; round < 3; round++) {
            passed += atOnce(() -> store.take(take) instanceof Taken ? 1 : 0);
        }

        assertThat(passed).isEqualTo(16);
        assertThat(store.take(quota(new Quota(50, Quota.Period.DAY), 2))).isInstanceOf(Taken.class);
        assertThat(store.take(quota(new Quota(50, Quota.Period.DAY), 1))).isInstanceOf(Refused.class);
    }

    @Test
    final void whenOneLimitRefusesNoneIsTaken() {
        RateTake wide = new RateTake("wide", new Rate(1, Duration.ofHours(1), 10));
        RateTake narrow = new RateTake("narrow", new Rate(1, Duration.ofMinutes(1), 1));
        QuotaTake day = new QuotaTake("day", new Quota(10, Quota.Period.DAY), 1);
        Take all = take(List.of(wide, narrow), List.of(day), Optional.of(new UsageTake("tool", 7)));

        assertThat(store.take(all)).isInstanceOf(Taken.class);
        for (int i = 0; i < 20; i++) {
            assertThat(store.take(all)).isEqualTo(new Refused("narrow", Kind.RATE, Duration.ofMinutes(1)));
        }

        TakeResult others = store.take(take(List.of(wide), List.of(day), Optional.empty()));
        assertThat(remaining(others, "wide")).isEqualTo(8);
        assertThat(remaining(others, "day")).isEqualTo(8);
        assertThat(usage()).containsExactly(row(LocalDate.of(2026, 1, 1), "tool", 1, 7));
    }

    @Test
    final void takingOneLimitOfAnItemForgetsNoOther() {
        Take both = take(List.of(MINUTE), List.of(DAY), Optional.empty());
        store.take(both);

        assertThat(store.take(rate(RATE))).isInstanceOf(Taken.class);
        assertThat(store.take(quota(new Quota(9, Quota.Period.DAY), 1))).isInstanceOf(Taken.class);

        assertThat(store.take(take(List.of(MINUTE), List.of(), Optional.empty())))
                .isInstanceOf(Refused.class);
        assertThat(store.take(take(List.of(), List.of(DAY), Optional.empty()))).isInstanceOf(Refused.class);
    }

    @Test
    final void ofSeveralThatRefuseTheLongestWaitIsTold() {
        Take both = take(List.of(MINUTE), List.of(DAY), Optional.empty());

        store.take(both);

        assertThat(store.take(both)).isEqualTo(new Refused("day", Kind.QUOTA, Duration.ofDays(1)));
    }

    @Test
    final void aDailyQuotaStartsAnewAtMidnight() {
        Quota daily = new Quota(2, Quota.Period.DAY);
        clock.set(Instant.parse("2026-02-28T23:59:58Z"));
        store.take(quota(daily, 2));

        assertThat(store.take(quota(daily, 1))).isEqualTo(new Refused("q", Kind.QUOTA, Duration.ofSeconds(2)));
        clock.set(Instant.parse("2026-02-28T23:59:59.999999999Z"));
        assertThat(store.take(quota(daily, 1))).isInstanceOf(Refused.class);
        clock.set(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(remaining(store.take(quota(daily, 1)), "q")).isEqualTo(1);
    }

    @Test
    final void aMonthlyQuotaStartsAnewOnTheFirst() {
        Quota monthly = new Quota(2, Quota.Period.MONTH);
        clock.set(Instant.parse("2028-02-03T12:00:00Z"));
        store.take(quota(monthly, 2));

        clock.set(Instant.parse("2028-02-29T23:59:59Z"));
        assertThat(store.take(quota(monthly, 1))).isEqualTo(new Refused("q", Kind.QUOTA, Duration.ofSeconds(1)));
        clock.set(Instant.parse("2028-03-01T00:00:00Z"));
        assertThat(store.take(quota(monthly, 1))).isInstanceOf(Taken.class);
    }

    @Test
    final void aLateClockCountsInThePeriodThatHasBegun() {
        Quota daily = new Quota(1, Quota.Period.DAY);
        Take today = quota(daily, 1);
        store.take(at(today, Instant.parse("2026-01-02T00:00:00Z")));

        assertThat(store.take(at(today, Instant.parse("2026-01-01T23:59:59Z")))).isInstanceOf(Refused.class);
    }

    @Test
    final void whatIsGivenBackCanBeTakenAgain() {
        Take all = take(
                List.of(new RateTake("r", new Rate(1, Duration.ofMinutes(1), 1))),
                List.of(new QuotaTake("q", new Quota(5, Quota.Period.DAY), 5)),
                Optional.of(new UsageTake("tool", 5)));

        for (int i = 0; i < 3; i++) {
            assertThat(store.take(all)).isInstanceOf(Taken.class);
            assertThat(store.take(all)).isInstanceOf(Refused.class);
            assertThat(store.take(all.reversed())).isInstanceOf(Taken.class);
        }
        store.take(all);

        assertThat(usage()).containsExactly(row(LocalDate.of(2026, 1, 1), "tool", 1, 5));
    }

    @Test
    final void givingBackNeverLetsMoreThanTheBurstThrough() {
        store.take(rate(RATE).reversed());
        store.take(rate(RATE));
        Take old = rate(RATE);
        clock.advance(Duration.ofHours(1));
        store.take(old.reversed());

        assertThat(passedOf(10)).isEqualTo(RATE.burst());
    }

    @Test
    final void itemsNeverMeet() {
        Rate once = new Rate(1, Duration.ofHours(1), 1);
        List<LimitItem> items = List.of(
                ITEM,
                new LimitItem("tenant2", ITEM.name()),
                new LimitItem("ten", "ant" + ITEM.name()),
                new LimitItem("tenant", "caller/issuer  subject"),
                new LimitItem("tenant", "caller/issuer subject#1"),
                new LimitItem("", "\uD83D\uDE00/\\?#\u0000\n"),
                new LimitItem("", ""));
        for (LimitItem item : items) {
            Take take = new Take(item, List.of(new RateTake("r", once)), List.of(), Optional.empty(), clock.instant());
            assertThat(store.take(take)).as(item.toString()).isInstanceOf(Taken.class);
            assertThat(store.take(take)).isInstanceOf(Refused.class);
        }
    }

    @Test
    final void usageAddsUpExactlyFromManyThreadsAndOverDays() throws Exception {
        long calls = 0;
        for (int day = 0; day < 3; day++) {
            calls += atOnce(() -> {
                for (int i = 0; i < 5; i++) {
                    store.take(take(List.of(), List.of(), Optional.of(new UsageTake("tool" + i % 2, i))));
                }
                return 5;
            });
            clock.advance(Duration.ofDays(1));
        }

        assertThat(calls).isEqualTo(3L * THREADS * 5);
        assertThat(usage()).hasSize(6).allSatisfy(row -> {
            boolean even = row.tool().equals("tool0");
            assertThat(row.tenant()).isEqualTo(ITEM.tenant());
            assertThat(row.caller()).isEqualTo(ITEM.name());
            assertThat(row.calls()).isEqualTo(THREADS * (even ? 3L : 2L));
            assertThat(row.cost()).isEqualTo(THREADS * (even ? 6L : 4L));
        });
    }

    @Test
    final void usageIsReadByDays() {
        for (int day = 0; day < 4; day++) {
            store.take(take(List.of(), List.of(), Optional.of(new UsageTake("tool", day))));
            clock.advance(Duration.ofDays(1));
        }
        UsageStore reader = (UsageStore) store;
        LocalDate second = LocalDate.of(2026, 1, 2);

        assertThat(reader.usage(second, second.plusDays(1)))
                .containsExactlyInAnyOrder(row(second, "tool", 1, 1), row(second.plusDays(1), "tool", 1, 2));
        assertThat(reader.usage(second, second.minusDays(1))).isEmpty();
        assertThat(reader.usage(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 3)))
                .isEmpty();
    }

    private List<UsageRow> usage() {
        return ((UsageStore) store).usage(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31));
    }

    private static UsageRow row(LocalDate day, String tool, long calls, long cost) {
        return new UsageRow(day, ITEM.tenant(), ITEM.name(), tool, calls, cost);
    }

    private long passedOf(int tries) {
        long passed = 0;
        for (int i = 0; i < tries; i++) {
            passed += store.take(rate(RATE)) instanceof Taken ? 1 : 0;
        }
        return passed;
    }

    private static long remaining(TakeResult result, String limit) {
        assertThat(result).isInstanceOf(Taken.class);
        return ((Taken) result).remaining().getOrDefault(limit, -1L);
    }

    private Take rate(Rate rate) {
        return take(List.of(new RateTake("r", rate)), List.of(), Optional.empty());
    }

    private Take quota(Quota quota, long amount) {
        return take(List.of(), List.of(new QuotaTake("q", quota, amount)), Optional.empty());
    }

    private Take take(List<RateTake> rates, List<QuotaTake> quotas, Optional<UsageTake> usage) {
        return new Take(ITEM, rates, quotas, usage, clock.instant());
    }

    private static Take at(Take take, Instant now) {
        return new Take(take.item(), take.rates(), take.quotas(), take.usage(), now);
    }

    /** The sum of what the action gives in each of the threads. */
    private static long atOnce(Callable<Integer> action) throws Exception {
        return AtOnce.in(THREADS, action).stream().mapToLong(Integer::longValue).sum();
    }
}
