package dev.footbridge.azure.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.azure.identity.FakeIdentity;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import dev.footbridge.testkit.FakeTables;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NamedTableTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final String KEY = "AccountName=devstoreaccount1;AccountKey=AAAA;TableEndpoint=";

    @Test
    void whatIsWrittenThereIsInTheTable() {
        try (FakeTables tables = new FakeTables()) {
            roundTrip(Map.of("AzureWebJobsStorage", KEY + tables.address()));
        }
    }

    @Test
    void aManagedIdentityOpensItToo() {
        try (FakeTables tables = new FakeTables();
                FakeIdentity identity = new FakeIdentity(() -> "token", CLOCK)) {
            roundTrip(Map.of(
                    "AzureWebJobsStorage__tableServiceUri", tables.address(),
                    "IDENTITY_ENDPOINT", identity.address(),
                    "IDENTITY_HEADER", FakeIdentity.HEADER));
            assertThat(identity.queries()).hasSize(1);
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        refused("state", Map.of(), "AzureWebJobsStorage");
        refused("", Map.of("AzureWebJobsStorage", KEY + "http://127.0.0.1:1/a"), "name of a table");
        refused("a-b", Map.of("AzureWebJobsStorage", KEY + "http://127.0.0.1:1/a"), "letters and digits");
    }

    private static void roundTrip(Map<String, String> environment) {
        StateStore store = NamedTable.open("state", environment, CLOCK);
        StateKey key = new StateKey("tenant", "name");

        store.put(key, "value", StateVersion.ABSENT, Instant.now().plusSeconds(60));

        assertThat(store.get(key))
                .get()
                .satisfies(entry -> assertThat(entry.value()).isEqualTo("value"));
    }

    private static void refused(String place, Map<String, String> environment, String what) {
        assertThatThrownBy(() -> NamedTable.open(place, environment, CLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what);
    }
}
