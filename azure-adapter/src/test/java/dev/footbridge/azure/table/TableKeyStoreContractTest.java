package dev.footbridge.azure.table;

import dev.footbridge.key.KeyStore;
import dev.footbridge.key.StateKeyStore;
import dev.footbridge.state.StateStore;
import dev.footbridge.testkit.KeyStoreContract;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Emulator.class)
final class TableKeyStoreContractTest extends KeyStoreContract {

    private final Emulator emulator;

    TableKeyStoreContractTest(Emulator emulator) {
        this.emulator = emulator;
    }

    private @Nullable StateStore shared;

    @Override
    protected synchronized KeyStore openStore(InstantSource time) {
        if (shared == null) {
            shared = emulator.newStore(time);
        }
        return new StateKeyStore(shared, time);
    }
}
