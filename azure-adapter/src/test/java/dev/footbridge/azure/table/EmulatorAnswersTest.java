package dev.footbridge.azure.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.footbridge.azure.storage.StorageAccount;
import dev.footbridge.azure.storage.StoragePatience;
import dev.footbridge.azure.storage.TableService;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the operator is told is said by the words of a real server, not only by those of our fake. */
final class EmulatorAnswersTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final StateKey KEY = new StateKey("tenant/ #?\\", "name'%27 \u0085😀");

    @ParameterizedTest
    @EnumSource(Emulator.class)
    void aTableThatIsNotThereIsTold(Emulator emulator) {
        StateStore store = new TableStateStore(emulator.tables(), "nowhere", CLOCK);

        assertThatThrownBy(() -> store.put(KEY, "v", StateVersion.ABSENT, soon()))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("deploy it, or correct its name");
        assertThatThrownBy(() -> store.get(KEY)).hasMessageContaining("deploy it, or correct its name");
        assertThatThrownBy(() -> new TableSweep(emulator.tables(), "nowhere", CLOCK).run(1))
                .hasMessageContaining("deploy it, or correct its name");
    }

    @ParameterizedTest
    @EnumSource(Emulator.class)
    void theLargestValueIsTaken(Emulator emulator) {
        StateStore store = emulator.newStore(CLOCK);
        String value = "é😀\u0000\u000b".repeat(14 * 64 * 1024 / 8);
        StateVersion version =
                store.put(KEY, value, StateVersion.ABSENT, soon()).orElseThrow();

        assertThat(store.get(KEY).orElseThrow().value()).isEqualTo(value);
        assertThat(store.put(KEY, "small", version, soon())).isPresent();
        assertThat(store.get(KEY).orElseThrow().value()).isEqualTo("small");
    }

    @ParameterizedTest
    @EnumSource(Emulator.class)
    void whoIsNotKnownIsTold(Emulator emulator) {
        assumeTrue(emulator == Emulator.AZURITE_KEY);
        String text = "AccountName=devstoreaccount1;AccountKey=c2VjcmV0;TableEndpoint=" + emulator.address();
        StorageAccount account = StorageAccount.of(Map.of("AzureWebJobsStorage", text), StorageAccount.USUAL, CLOCK);

        assertThatThrownBy(() -> read(account.tables(StoragePatience.USUAL)))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("the key is not one of the account devstoreaccount1")
                .hasMessageNotContaining("c2VjcmV0");
    }

    @ParameterizedTest
    @EnumSource(Emulator.class)
    void aTokenForSomethingElseIsNotTaken(Emulator emulator) {
        assumeTrue(emulator == Emulator.AZURITE_TOKEN);
        String foreign = Emulator.token("https://vault.azure.net/");
        StorageAccount account = Emulator.withToken(emulator.address(), foreign);

        assertThatThrownBy(() -> read(account.tables(StoragePatience.USUAL)))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("the account does not take the token of the identity")
                .hasMessageNotContaining(foreign);
    }

    private static void read(TableService service) {
        new TableStateStore(service, "nowhere", CLOCK).get(new StateKey("t", "name"));
    }

    private static Instant soon() {
        return CLOCK.instant().plusSeconds(600);
    }
}
