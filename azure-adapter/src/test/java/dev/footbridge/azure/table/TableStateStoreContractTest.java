package dev.footbridge.azure.table;

import dev.footbridge.state.StateStore;
import dev.footbridge.testkit.StateStoreContract;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Emulator.class)
final class TableStateStoreContractTest extends StateStoreContract {

    private final Emulator emulator;

    TableStateStoreContractTest(Emulator emulator) {
        this.emulator = emulator;
    }

    @Override
    protected StateStore newStore(InstantSource time) {
        return emulator.newStore(time);
    }
}
