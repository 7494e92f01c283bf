package dev.footbridge.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.aws.dynamo.FakeDynamo.Fault;
import dev.footbridge.aws.sigv4.AwsPatience;
import dev.footbridge.aws.sigv4.AwsService;
import dev.footbridge.aws.sigv4.AwsServiceName;
import dev.footbridge.json.JsonObject;
import dev.footbridge.limit.LimitItem;
import dev.footbridge.limit.LimitStore;
import dev.footbridge.limit.Quota;
import dev.footbridge.limit.Rate;
import dev.footbridge.limit.Take;
import dev.footbridge.limit.Take.QuotaTake;
import dev.footbridge.limit.Take.RateTake;
import dev.footbridge.limit.Take.UsageTake;
import dev.footbridge.limit.TakeResult;
import dev.footbridge.limit.TakeResult.Refused;
import dev.footbridge.limit.TakeResult.Taken;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.testkit.LimitStoreContract;
import dev.footbridge.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What limits cost at DynamoDB, counted; and their contract in every build. */
final class DynamoLimitsTest extends LimitStoreContract {

    private static final Rate RATE = new Rate(1, Duration.ofSeconds(1), 100);

    private final TestClock clock = TestClock.fixed();
    private final FakeDynamo dynamo = new FakeDynamo();

    @Override
    protected LimitStore newStore(InstantSource time) {
        AwsService service = Emulator.account(dynamo.address()).service(AwsServiceName.DYNAMODB, AwsPatience.USUAL);
        return new DynamoLimitStore(service, "table", new DynamoStateStore(service, "table", time));
    }

    @AfterEach
    void close() {
        dynamo.close();
    }

    @Test
    void whoIsAloneIsDecidedWithOneCallFromTheFirstOn() {
        LimitStore store = newStore(clock);

        assertThat(take(store, 50)).isEqualTo(50);
        assertThat(dynamo.operations()).hasSize(50).containsOnly("UpdateItem");
    }

    @Test
    void anInstanceThatKnowsNothingDecidesAnIdleCallerWithOneCall() {
        take(newStore(clock), 3);
        clock.advance(Duration.ofMinutes(1));

        assertThat(calls(() -> take(newStore(clock), 1))).isEqualTo(1);
    }

    @Test
    void anInstanceThatKnowsNothingDecidesABusyCallerWithTwoCallsAndThenWithOne() {
        take(newStore(clock), 3);
        LimitStore other = newStore(clock);

        assertThat(calls(() -> take(other, 1))).isEqualTo(2);
        assertThat(calls(() -> take(other, 50))).isEqualTo(50);
    }

    @Test
    void aQuotaIsOneCallForWhoKnowsNothing() {
        QuotaTake day = new QuotaTake("q", new Quota(1000, Quota.Period.DAY), 2);
        QuotaTake month = new QuotaTake("q2", new Quota(1000, Quota.Period.MONTH), 2);
        Take take = new Take(item(), List.of(), List.of(day, month), Optional.empty(), clock.instant());

        for (int i = 1; i <= 3; i++) {
            TakeResult result = newStore(clock).take(take);
            assertThat(((Taken) result).remaining()).containsEntry("q", 1000L - 2L * i);
            assertThat(dynamo.operations()).hasSize(i);
        }
    }

    @Test
    void theFirstCallOfADayIsTwoCallsForWhoKnowsNothingAndOneForWhoKnows() {
        LimitStore knows = newStore(clock);
        QuotaTake quota = new QuotaTake("q", new Quota(10, Quota.Period.DAY), 1);
        knows.take(new Take(item(), List.of(), List.of(quota), Optional.empty(), clock.instant()));
        clock.advance(Duration.ofDays(1));
        Take next = new Take(item(), List.of(), List.of(quota), Optional.empty(), clock.instant());

        assertThat(calls(() -> knows.take(next))).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        Take last = new Take(item(), List.of(), List.of(quota), Optional.empty(), clock.instant());
        assertThat(calls(() -> newStore(clock).take(last))).isEqualTo(2);
    }

    @Test
    void instancesThatTakeTurnsWithAnIdleCallerNeedOneCallEach() {
        LimitStore one = newStore(clock);
        LimitStore other = newStore(clock);
        for (int i = 0; i < 40; i++) {
            take(i % 2 == 0 ? one : other, 1);
            clock.advance(Duration.ofSeconds(2));
        }

        assertThat(dynamo.operations()).hasSize(40);
    }

    @Test
    void instancesThatTakeTurnsWithABusyCallerNeedOneCallMoreInAll() {
        LimitStore one = newStore(clock);
        LimitStore other = newStore(clock);
        for (int i = 0; i < 40; i++) {
            assertThat(take(one, 1) + take(other, 1)).isEqualTo(2);
            clock.advance(Duration.ofMillis(300));
        }

        assertThat(dynamo.operations()).hasSize(81).containsOnly("UpdateItem");
    }

    @Test
    void aRefusalOfAKnownItemAsksNothing() {
        LimitStore store = newStore(clock);
        assertThat(take(store, 100)).isEqualTo(100);

        assertThat(calls(() -> assertThat(take(store, 200)).isZero())).isZero();
    }

    @Test
    void aRefusalOfAnUnknownItemIsOneCall() {
        take(newStore(clock), 100);
        LimitStore other = newStore(clock);

        assertThat(calls(() -> assertThat(take(other, 1)).isZero())).isEqualTo(1);
        assertThat(calls(() -> assertThat(take(other, 9)).isZero())).isZero();
    }

    @Test
    void whereAFailedConditionTellsNothingTheTableIsAsked() {
        take(newStore(clock), 100);
        dynamo.tellNothing();
        LimitStore other = newStore(clock);
        int before = dynamo.operations().size();

        assertThat(take(other, 9)).isZero();
        assertThat(dynamo.operations().subList(before, dynamo.operations().size()))
                .containsExactly("UpdateItem", "GetItem");
    }

    @Test
    void aTakeWhoseAnswerIsLostIsTakenOnce() {
        LimitStore store = newStore(clock);
        Rate two = new Rate(1, Duration.ofHours(1), 2);
        for (int i = 1; i >= 0; i--) {
            dynamo.next(Fault.LOST_ANSWER);
            assertThat(store.take(rate("r", two)))
                    .isInstanceOfSatisfying(
                            Taken.class, taken -> assertThat(taken.remaining()).containsKey("r"));
        }

        assertThat(store.take(rate("r", two))).isEqualTo(new Refused("r", TakeResult.Kind.RATE, Duration.ofHours(1)));
    }

    @Test
    void aLateClockNeverTakesBackWhatAnotherHasTaken() {
        LimitStore early = newStore(clock);
        Rate rate = new Rate(1, Duration.ofSeconds(10), 3);
        early.take(at(rate("r", rate), clock.instant().plusSeconds(15)));
        LimitStore late = newStore(clock);

        assertThat(late.take(rate("r", rate))).isInstanceOf(Refused.class);
        clock.advance(Duration.ofSeconds(5));
        assertThat(late.take(rate("r", rate))).isInstanceOf(Taken.class);
        assertThat(late.take(rate("r", rate))).isInstanceOf(Refused.class);
    }

    @Test
    void anItemIsKeptForAMonthOrAsLongAsItsLongestLimit() {
        LimitStore store = newStore(clock);
        store.take(rate("r", new Rate(1, Duration.ofDays(100), 2)));
        store.take(rate("s", RATE));
        newStore(clock).take(rate("s", RATE));

        JsonObject item = dynamo.items().get(0);
        assertThat(Attribute.instant(item, "exp").orElseThrow()).isEqualTo(Instant.parse("2026-07-21T00:00:00Z"));
        assertThat(Attribute.text(item, "pk")).contains("limit:6:tenant/caller");
    }

    @Test
    void whatIsIdleIsDroppedWhereThereIsMuch() {
        LimitStore store = newStore(clock);
        List<RateTake> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(new RateTake("r#tool" + i, RATE));
        }
        store.take(new Take(item(), many, List.of(), Optional.empty(), clock.instant()));
        clock.advance(Duration.ofSeconds(2));
        take(newStore(clock), 1);
        int before = dynamo.items().get(0).members().size();

        take(store, 5);
        assertThat(dynamo.items().get(0).members()).hasSizeLessThanOrEqualTo(15);
        assertThat(before).isEqualTo(34);
    }

    @Test
    void usageCostsACallMore() {
        LimitStore store = newStore(clock);
        Take take = new Take(
                item(),
                List.of(new RateTake("r", RATE)),
                List.of(),
                Optional.of(new UsageTake("tool", 1)),
                clock.instant());
        store.take(take);
        store.take(take);

        assertThat(calls(() -> store.take(take))).isEqualTo(2);
    }

    @Test
    void whatSomebodyElseWroteIsNotTakenForALimit() {
        LimitStore store = newStore(clock);
        take(store, 1);
        dynamo.spoil("r:r", Attribute.text("much"));

        assertThatThrownBy(() -> take(newStore(clock), 1)).isInstanceOf(StateStoreException.class);
    }

    private int calls(Runnable action) {
        int before = dynamo.operations().size();
        action.run();
        return dynamo.operations().size() - before;
    }

    private long take(LimitStore store, int times) {
        long passed = 0;
        for (int i = 0; i < times; i++) {
            passed += store.take(rate("r", RATE)) instanceof Taken ? 1 : 0;
        }
        return passed;
    }

    private Take rate(String name, Rate rate) {
        return new Take(item(), List.of(new RateTake(name, rate)), List.of(), Optional.empty(), clock.instant());
    }

    private static Take at(Take take, Instant now) {
        return new Take(take.item(), take.rates(), take.quotas(), take.usage(), now);
    }

    private static LimitItem item() {
        return new LimitItem("tenant", "caller");
    }
}
