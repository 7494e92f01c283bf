package dev.footbridge.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NamedTableTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Map<String, String> KNOWN = Map.of(
            "AWS_REGION",
            "eu-central-1",
            "AWS_ACCESS_KEY_ID",
            "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY",
            "a key for tests");

    @Test
    void whatIsWrittenThereIsInTheTable() {
        try (FakeDynamo dynamo = new FakeDynamo()) {
            Map<String, String> environment = Map.of(
                    "AWS_REGION", "eu-central-1",
                    "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                    "AWS_SECRET_ACCESS_KEY", "a key for tests",
                    "AWS_ENDPOINT_URL", dynamo.address());
            StateStore store = NamedTable.open("table", environment, CLOCK);
            StateKey key = new StateKey("tenant", "name");

            store.put(key, "value", StateVersion.ABSENT, Instant.now().plusSeconds(60));

            assertThat(store.get(key))
                    .get()
                    .satisfies(entry -> assertThat(entry.value()).isEqualTo("value"));
            assertThat(dynamo.operations()).containsExactly("PutItem", "GetItem");
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        refused("table", Map.of(), "AWS_REGION");
        refused("table", Map.of("AWS_REGION", "eu-central-1"), "AWS_ACCESS_KEY_ID");
        refused("", KNOWN, "name of a table");
    }

    private static void refused(String place, Map<String, String> environment, String what) {
        assertThatThrownBy(() -> NamedTable.open(place, environment, CLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what);
    }
}
