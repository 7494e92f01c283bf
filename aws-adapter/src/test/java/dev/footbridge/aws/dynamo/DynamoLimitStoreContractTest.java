package dev.footbridge.aws.dynamo;

import dev.footbridge.limit.LimitStore;
import dev.footbridge.testkit.LimitStoreContract;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Emulator.class)
final class DynamoLimitStoreContractTest extends LimitStoreContract {

    private final Emulator emulator;

    DynamoLimitStoreContractTest(Emulator emulator) {
        this.emulator = emulator;
    }

    @Override
    protected LimitStore newStore(InstantSource time) {
        return emulator.newLimits(time);
    }
}
