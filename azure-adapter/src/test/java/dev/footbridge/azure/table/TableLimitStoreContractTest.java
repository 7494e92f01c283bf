package dev.footbridge.azure.table;

import dev.footbridge.limit.LimitStore;
import dev.footbridge.limit.StateLimitStore;
import dev.footbridge.testkit.LimitStoreContract;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Emulator.class)
final class TableLimitStoreContractTest extends LimitStoreContract {

    private final Emulator emulator;

    TableLimitStoreContractTest(Emulator emulator) {
        this.emulator = emulator;
    }

    @Override
    protected LimitStore newStore(InstantSource time) {
        return new StateLimitStore(emulator.newStore(time));
    }
}
