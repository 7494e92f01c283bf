package dev.footbridge.testkit;

import dev.footbridge.key.KeyStore;
import dev.footbridge.key.StateKeyStore;
import dev.footbridge.state.MemoryStateStore;
import dev.footbridge.state.StateStore;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

final class StateKeyStoreContractTest extends KeyStoreContract {

    private @Nullable StateStore shared;

    @Override
    protected synchronized KeyStore openStore(InstantSource time) {
        if (shared == null) {
            shared = new MemoryStateStore(time);
        }
        return new StateKeyStore(shared, time);
    }
}
