package dev.footbridge.testkit;

import dev.footbridge.limit.LimitStore;
import dev.footbridge.limit.MemoryLimitStore;
import java.time.InstantSource;

final class MemoryLimitStoreTest extends LimitStoreContract {

    @Override
    protected LimitStore newStore(InstantSource time) {
        return new MemoryLimitStore();
    }
}
