package dev.footbridge.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import dev.footbridge.testkit.StateStoreContract;
import dev.footbridge.testkit.TestClock;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Emulator.class)
final class SdkReferenceTest extends StateStoreContract {

    private final Emulator emulator;

    SdkReferenceTest(Emulator emulator) {
        this.emulator = emulator;
    }

    @Override
    protected StateStore newStore(InstantSource time) {
        return new SdkStateStore(emulator.address(), emulator.newTable(), time);
    }

    @Test
    void eachReadsAndReplacesWhatTheOtherWrote() {
        TestClock clock = TestClock.fixed();
        String table = emulator.newTable();
        StateStore sdk = new SdkStateStore(emulator.address(), table, clock);
        StateStore ours = new DynamoStateStore(emulator.dynamo(), table, clock);
        StateKey key = new StateKey("ténant", "name/ 😀");
        Instant deadline = clock.instant().plusSeconds(60).plusNanos(7);

        StateVersion first =
                ours.put(key, "öurs\n😀", StateVersion.ABSENT, deadline).orElseThrow();
        assertThat(sdk.get(key)).isEqualTo(ours.get(key)).isPresent();
        StateVersion second = sdk.put(key, "théirs\u0001", first, deadline).orElseThrow();
        assertThat(ours.get(key)).isEqualTo(sdk.get(key)).isPresent();
        assertThat(ours.remove(key, first)).isFalse();
        assertThat(ours.remove(key, second)).isTrue();
        assertThat(sdk.get(key)).isEmpty();
    }
}
