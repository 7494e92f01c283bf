package dev.footbridge.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.aws.sigv4.AwsPatience;
import dev.footbridge.aws.sigv4.AwsServiceName;
import dev.footbridge.limit.LimitItem;
import dev.footbridge.limit.LimitStore;
import dev.footbridge.limit.Rate;
import dev.footbridge.limit.StateLimitStore;
import dev.footbridge.limit.Take;
import dev.footbridge.limit.Take.RateTake;
import dev.footbridge.limit.TakeResult.Taken;
import dev.footbridge.testkit.LimitStoreContract;
import dev.footbridge.testkit.TestClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
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
        return new StateLimitStore(new DynamoStateStore(
                Emulator.account(dynamo.address()).service(AwsServiceName.DYNAMODB, AwsPatience.USUAL), "table", time));
    }

    @AfterEach
    void close() {
        dynamo.close();
    }

    @Test
    void aDecisionOfOneInstanceIsExactlyOneCallOnceItKnowsThatItIsAlone() {
        LimitStore store = newStore(clock);
        take(store, 2);
        int before = dynamo.operations().size();
        take(store, 50);

        assertThat(before).isLessThanOrEqualTo(4);
        assertThat(dynamo.operations().subList(before, dynamo.operations().size()))
                .hasSize(50)
                .containsOnly("PutItem");
    }

    @Test
    void instancesThatTakeTurnsWriteOnceForADecision() {
        LimitStore one = newStore(clock);
        LimitStore other = newStore(clock);
        for (int i = 0; i < 40; i++) {
            assertThat(take(one, 1) + take(other, 1)).isEqualTo(2);
        }

        assertThat(Collections.frequency(dynamo.operations(), "PutItem")).isLessThanOrEqualTo(120);
        assertThat(Collections.frequency(dynamo.operations(), "GetItem")).isLessThanOrEqualTo(80);
    }

    @Test
    void aRefusalOfAKnownItemAsksNothing() {
        LimitStore store = newStore(clock);
        assertThat(take(store, 100)).isEqualTo(100);
        int before = dynamo.operations().size();

        assertThat(take(store, 200)).isZero();
        assertThat(dynamo.operations()).hasSize(before);
    }

    private long take(LimitStore store, int times) {
        long passed = 0;
        for (int i = 0; i < times; i++) {
            passed += store.take(new Take(
                                    new LimitItem("tenant", "caller"),
                                    List.of(new RateTake("r", RATE)),
                                    List.of(),
                                    Optional.empty(),
                                    clock.instant()))
                            instanceof Taken
                    ? 1
                    : 0;
        }
        return passed;
    }
}
