package dev.footbridge.testkit;

import dev.footbridge.key.KeyStore;
import dev.footbridge.key.StateKeyStore;
import dev.footbridge.state.MemoryStateStore;
import dev.footbridge.state.StateStore;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

final class StateKeyStoreContractTest extends KeyStoreContract {

    private final AtomicReference<StateStore> shared = new AtomicReference<>();

    @Override
    protected KeyStore openStore(InstantSource time) {
        shared.compareAndSet(null, new MemoryStateStore(time));
        return new StateKeyStore(shared.get(), time);
    }
}
