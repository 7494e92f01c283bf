package dev.footbridge.aws.dynamo;

import dev.footbridge.state.StateStore;
import dev.footbridge.testkit.StateStoreContract;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Emulator.class)
final class DynamoStateStoreContractTest extends StateStoreContract {

    private final Emulator emulator;

    DynamoStateStoreContractTest(Emulator emulator) {
        this.emulator = emulator;
    }

    @Override
    protected StateStore newStore(InstantSource time) {
        return emulator.newStore(time);
    }
}
