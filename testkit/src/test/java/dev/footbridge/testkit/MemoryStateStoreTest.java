package dev.footbridge.testkit;

import dev.footbridge.state.MemoryStateStore;
import dev.footbridge.state.StateStore;
import java.time.InstantSource;

final class MemoryStateStoreTest extends StateStoreContract {

    @Override
    protected StateStore newStore(InstantSource time) {
        return new MemoryStateStore(time);
    }
}
