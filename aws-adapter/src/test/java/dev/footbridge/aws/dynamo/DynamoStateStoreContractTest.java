package dev.footbridge.aws.dynamo;

import dev.footbridge.state.StateStore;
import dev.footbridge.testkit.StateStoreContract;
import java.time.InstantSource;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Emulator.class)
final class DynamoStateStoreContractTest extends StateStoreContract {

    @Parameter
    private Emulator emulator;

    @Override
    protected StateStore newStore(InstantSource time) {
        return emulator.newStore(time);
    }
}
