package dev.footbridge.azure.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.azure.identity.FakeIdentity;
import dev.footbridge.azure.storage.StorageAccount;
import dev.footbridge.azure.storage.StoragePatience;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import dev.footbridge.testkit.FakeTables;
import dev.footbridge.testkit.FakeTables.Fault;
import dev.footbridge.testkit.StateStoreContract;
import dev.footbridge.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract in every build, and what the emulator cannot do: fail. */
final class TableStateStoreTest extends StateStoreContract {

    private static final StateKey KEY = new StateKey("tenant", "name");
    private static final StoragePatience SHORT = new StoragePatience(Duration.ofMillis(200), Duration.ofMillis(300));

    private final TestClock clock = TestClock.fixed();
    private final FakeTables tables = new FakeTables();
    private final StateStore store = store(clock, StoragePatience.USUAL);

    @Override
    protected StateStore newStore(InstantSource time) {
        return store(time, StoragePatience.USUAL);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void makingAndNotUsingItAsksNothing() {
        assertThat(store).isNotNull();
        assertThat(tables.operations()).isEmpty();
    }

    @Test
    void aReadIsOneCallAndSoIsAChangeAndWhatIsNewIsTwo() {
        StateVersion first = create("v");
        assertThat(tables.operations()).containsExactly("PUT x", "POST");
        StateVersion second =
                store.put(KEY, "w", first, inAnHour().plusSeconds(90_000)).orElseThrow();
        store.get(KEY);
        store.remove(KEY, second);

        assertThat(tables.operations()).containsExactly("PUT x", "POST", "PUT", "GET", "PUT");
    }

    @Test
    void writingOverWhatIsKnownToBeDeadIsOneCall() {
        create("v");
        clock.advance(Duration.ofHours(2));
        store.get(KEY);
        int before = tables.operations().size();
        create("w");

        assertThat(tables.operations().subList(before, tables.operations().size()))
                .containsExactly("PUT");
    }

    @Test
    void aVersionPastItsDeadlineAsksNothing() {
        StateVersion version = create("v");
        clock.advance(Duration.ofHours(2));
        int before = tables.operations().size();

        assertThat(store.put(KEY, "w", version, inAnHour())).isEmpty();
        assertThat(store.remove(KEY, version)).isFalse();
        assertThat(store.remove(KEY, new StateVersion("no version"))).isFalse();
        assertThat(tables.operations()).hasSize(before);
    }

    @Test
    void aWriteWhoseAnswerWasLostIsKnownForOurs() {
        tables.next(Fault.NONE, Fault.LOST_ANSWER);
        StateVersion first = create("first");
        tables.next(Fault.LOST_ANSWER);
        StateVersion second = store.put(KEY, "second", first, inAnHour()).orElseThrow();
        tables.next(Fault.LOST_ANSWER);

        assertThat(store.get(KEY).orElseThrow().version()).isEqualTo(second);
        tables.next(Fault.LOST_ANSWER);
        assertThat(store.remove(KEY, second)).isTrue();
        assertThat(store.get(KEY)).isEmpty();
        assertThat(store.remove(KEY, second)).isFalse();
        tables.next(Fault.LOST_ANSWER);
        StateVersion third = create("third");
        assertThat(store.get(KEY).orElseThrow().version()).isEqualTo(third);
    }

    @Test
    void aMomentOfTroubleIsNotTold() {
        for (Fault fault : List.of(Fault.LOST_REQUEST, Fault.THROTTLED, Fault.BROKEN)) {
            tables.next(fault);
            assertThat(store.get(KEY)).isEmpty();
        }
    }

    @Test
    void lastingTroubleIsToldWithWhatToDo() {
        assertTrouble("does not answer: ServerBusy", Fault.THROTTLED, Fault.THROTTLED);
        assertTrouble("status 418: it says no more", Fault.GIBBERISH);
        assertTrouble("the network rules of the account do not let this app in", Fault.DENIED);
        assertTrouble("the key is not one of the account devstoreaccount1", Fault.WRONG_KEY);
        assertTrouble("the account takes no keys; set AzureWebJobsStorage__tableServiceUri", Fault.NO_KEYS);
        assertTrouble("deploy it, or correct its name or AzureWebJobsStorage", Fault.NO_TABLE);
    }

    @Test
    void aTableThatHangsIsWaitedForWithinTheTimeGiven() {
        tables.next(Fault.HANGS, Fault.HANGS);
        long start = System.nanoTime();

        assertThatThrownBy(() -> store(clock, SHORT).get(KEY)).isInstanceOf(StateStoreException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void nobodyAtTheAddressIsTold() {
        tables.close();

        assertThatThrownBy(() -> store.get(KEY))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("tableOfTests")
                .hasMessageContaining("ConnectException");
    }

    @Test
    void anAccountThatIsNowhereIsToldWithItsSetting() {
        StorageAccount nowhere = StorageAccount.of(
                Map.of("AzureWebJobsStorage", "AccountName=no;AccountKey=aaaa;TableEndpoint=https://no.invalid"),
                StorageAccount.USUAL,
                clock);
        StateStore lost = new TableStateStore(nowhere.tables(StoragePatience.USUAL), "tableOfTests", clock);

        assertThatThrownBy(() -> lost.get(KEY))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("no storage account at no.invalid")
                .hasMessageContaining("AzureWebJobsStorage");
    }

    @Test
    void aTokenThatIsNotTakenIsReadAnew() {
        AtomicInteger made = new AtomicInteger();
        try (FakeIdentity identity = new FakeIdentity(() -> "token" + made.incrementAndGet(), clock)) {
            StateStore bearer = new TableStateStore(bearer(identity).tables(StoragePatience.USUAL), "table", clock);
            bearer.get(KEY);
            tables.next(Fault.WRONG_KEY);
            bearer.get(KEY);

            assertThat(tables.authorizations()).containsExactly("Bearer token1", "Bearer token1", "Bearer token2");
            tables.next(Fault.WRONG_KEY, Fault.WRONG_KEY);
            assertThatThrownBy(() -> bearer.get(KEY)).hasMessageContaining("the same Entra tenant");
            tables.next(Fault.DENIED);
            assertThatThrownBy(() -> bearer.get(KEY))
                    .hasMessageContaining("the identity needs the role Storage Table Data Contributor");
        }
    }

    @Test
    void noIdentityIsToldByItsVariables() {
        StorageAccount account = StorageAccount.of(
                Map.of("AzureWebJobsStorage__tableServiceUri", tables.address()), StorageAccount.USUAL, clock);
        StateStore alone = new TableStateStore(account.tables(SHORT), "table", clock);

        assertThatThrownBy(() -> alone.get(KEY))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("IDENTITY_ENDPOINT");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsSent() {
        assertThatThrownBy(() -> create("é".repeat(448 * 1024 + 1)))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("too large for Table storage");
        assertThat(tables.operations()).isEmpty();
        create("é".repeat(448 * 1024));
        assertThat(store.get(KEY).orElseThrow().value()).hasSize(448 * 1024);
    }

    @Test
    void aDeadlineIsKeptToTheNanosecond() {
        Instant odd = inAnHour().plusNanos(7);
        store.put(KEY, "v", StateVersion.ABSENT, odd);

        assertThat(store.get(KEY).orElseThrow().deadline()).isEqualTo(odd);
    }

    @Test
    void deadlinesAtTheEndsOfTimeAreKept() {
        store.put(KEY, "v", StateVersion.ABSENT, Instant.MAX);
        assertThat(store.get(KEY).orElseThrow().deadline()).isEqualTo(Instant.MAX);
        store.put(new StateKey("t", "past"), "v", StateVersion.ABSENT, Instant.MIN);

        assertThat(store.get(new StateKey("t", "past"))).isEmpty();
    }

    @Test
    void whatSomebodyElseWroteIsTold() {
        create("v");
        tables.spoil("e", "soon");

        assertThatThrownBy(() -> store.get(KEY))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("not of this server");
    }

    @Test
    void aNameThatNoTableCanHaveIsRefused() {
        for (String name : List.of("", "ab", "1abc", "my-table", "a".repeat(64))) {
            assertThatThrownBy(() -> new TableStateStore(
                            Emulator.withKey(tables.address()).tables(SHORT), name, clock))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void assertTrouble(String message, Fault... faults) {
        tables.next(faults);
        assertThatThrownBy(() -> store.get(KEY))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("secret line");
    }

    private StateVersion create(String value) {
        return store.put(KEY, value, StateVersion.ABSENT, inAnHour()).orElseThrow();
    }

    private Instant inAnHour() {
        return clock.instant().plusSeconds(3600);
    }

    private StateStore store(InstantSource time, StoragePatience patience) {
        return new TableStateStore(Emulator.withKey(tables.address()).tables(patience), "tableOfTests", time);
    }

    private StorageAccount bearer(FakeIdentity identity) {
        Map<String, String> environment = Map.of(
                "AzureWebJobsStorage__tableServiceUri", tables.address(),
                "IDENTITY_ENDPOINT", identity.address(),
                "IDENTITY_HEADER", FakeIdentity.HEADER);
        return StorageAccount.of(environment, StorageAccount.USUAL, clock);
    }
}
