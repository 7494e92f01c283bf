package dev.footbridge.testkit;

import dev.footbridge.state.FileStateStore;
import dev.footbridge.state.StateStore;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

final class FileStateStoreTest extends StateStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected StateStore newStore(InstantSource time) {
        return new FileStateStore(folder, time);
    }
}
