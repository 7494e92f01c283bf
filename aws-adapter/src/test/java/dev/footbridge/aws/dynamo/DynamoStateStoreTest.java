package dev.footbridge.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.aws.dynamo.FakeDynamo.Fault;
import dev.footbridge.aws.sigv4.AwsAccount;
import dev.footbridge.aws.sigv4.AwsPatience;
import dev.footbridge.aws.sigv4.AwsServiceName;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import dev.footbridge.testkit.StateStoreContract;
import dev.footbridge.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract in every build, and what the emulators cannot do: fail. */
final class DynamoStateStoreTest extends StateStoreContract {

    private static final StateKey KEY = new StateKey("tenant", "name");
    private static final AwsPatience SHORT = new AwsPatience(Duration.ofMillis(200), Duration.ofMillis(300));

    private final TestClock clock = TestClock.fixed();
    private final FakeDynamo dynamo = new FakeDynamo();
    private final StateStore store = store(clock, AwsPatience.USUAL);

    @Override
    protected StateStore newStore(InstantSource time) {
        return store(time, AwsPatience.USUAL);
    }

    @AfterEach
    void close() {
        dynamo.close();
    }

    @Test
    void makingAndNotUsingItAsksNothing() {
        assertThat(store).isNotNull();
        assertThat(dynamo.operations()).isEmpty();
    }

    @Test
    void aReadIsOneCallAndSoIsAWrite() {
        create("v");
        store.get(KEY);

        assertThat(dynamo.operations()).containsExactly("PutItem", "GetItem");
    }

    @Test
    void aWriteWhoseAnswerWasLostIsKnownForOurs() {
        StateVersion first = create("first");
        dynamo.next(Fault.LOST_ANSWER);
        StateVersion second = store.put(KEY, "second", first, inAnHour()).orElseThrow();
        dynamo.next(Fault.LOST_ANSWER);

        assertThat(store.get(KEY).orElseThrow().version()).isEqualTo(second);
        dynamo.next(Fault.LOST_ANSWER);
        assertThat(store.remove(KEY, second)).isTrue();
        assertThat(store.get(KEY)).isEmpty();
        assertThat(store.remove(KEY, second)).isFalse();
    }

    @Test
    void aMomentOfTroubleIsNotTold() {
        for (Fault fault : new Fault[] {Fault.LOST_REQUEST, Fault.THROTTLED, Fault.BROKEN, Fault.EXPIRED}) {
            dynamo.next(fault);
            assertThat(store.get(KEY)).isEmpty();
        }
    }

    @Test
    void lastingTroubleIsToldWithWhatToDo() {
        assertTrouble("ProvisionedThroughputExceededException", Fault.THROTTLED, Fault.THROTTLED);
        assertTrouble("status 403", Fault.GIBBERISH);
        assertTrouble("the role needs dynamodb:GetItem", Fault.DENIED);
        assertTrouble("deploy it, or correct its name or AWS_REGION", Fault.NO_TABLE);
    }

    @Test
    void aTableThatHangsIsWaitedForWithinTheTimeGiven() {
        dynamo.next(Fault.HANGS, Fault.HANGS);
        long start = System.nanoTime();

        assertThatThrownBy(() -> store(clock, SHORT).get(KEY)).isInstanceOf(StateStoreException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT.step(), Duration.ofSeconds(3));
    }

    @Test
    void nobodyAtTheAddressIsTold() {
        dynamo.close();

        assertThatThrownBy(() -> store.get(KEY))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("table-of-tests")
                .hasMessageContaining("ConnectException");
    }

    @Test
    void noRegionAndNoCredentialsAreToldByTheirVariables() {
        assertThatThrownBy(() -> store(Map.of()).get(KEY)).hasMessageContaining("AWS_REGION");
        assertThatThrownBy(() -> store(Map.of("AWS_REGION", "r", "AWS_ENDPOINT_URL", dynamo.address()))
                        .get(KEY))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("AWS_ACCESS_KEY_ID")
                .hasMessageContaining("AWS_CONTAINER_CREDENTIALS_FULL_URI");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsSent() {
        assertThatThrownBy(() -> create("é".repeat(200 * 1024)))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("too large for DynamoDB");
        assertThat(dynamo.operations()).isEmpty();
        create("é".repeat(200 * 1024 - 100));
    }

    @Test
    void namesLongerThanAKeyMayBeAreKeptApart() {
        StateKey one = new StateKey("tenant", "n".repeat(3000) + "1");
        StateKey other = new StateKey("tenant", "n".repeat(3000) + "2");
        store.put(one, "1", StateVersion.ABSENT, inAnHour());
        store.put(other, "2", StateVersion.ABSENT, inAnHour());

        assertThat(store.get(one).orElseThrow().value()).isEqualTo("1");
    }

    @Test
    void aDeadlineIsKeptToTheNanosecond() {
        Instant odd = inAnHour().plusNanos(7);
        store.put(KEY, "v", StateVersion.ABSENT, odd);

        assertThat(store.get(KEY).orElseThrow().deadline()).isEqualTo(odd);
    }

    private void assertTrouble(String message, Fault... faults) {
        dynamo.next(faults);
        assertThatThrownBy(() -> store.get(KEY))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining(message);
    }

    private StateVersion create(String value) {
        return store.put(KEY, value, StateVersion.ABSENT, inAnHour()).orElseThrow();
    }

    private Instant inAnHour() {
        return clock.instant().plusSeconds(3600);
    }

    private StateStore store(InstantSource time, AwsPatience patience) {
        return new DynamoStateStore(
                Emulator.account(dynamo.address()).service(AwsServiceName.DYNAMODB, patience), "table-of-tests", time);
    }

    private StateStore store(Map<String, String> environment) {
        AwsAccount account = new AwsAccount(environment, clock);
        return new DynamoStateStore(account.service(AwsServiceName.DYNAMODB, SHORT), "table-of-tests", clock);
    }
}
