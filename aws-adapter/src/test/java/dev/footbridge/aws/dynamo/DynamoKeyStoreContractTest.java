package dev.footbridge.aws.dynamo;

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
final class DynamoKeyStoreContractTest extends KeyStoreContract {

    private final Emulator emulator;

    private @Nullable StateStore shared;

    DynamoKeyStoreContractTest(Emulator emulator) {
        this.emulator = emulator;
    }

    @Override
    protected synchronized KeyStore openStore(InstantSource time) {
        if (shared == null) {
            shared = emulator.newStore(time);
        }
        return new StateKeyStore(shared, time);
    }
}
