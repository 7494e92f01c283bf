package dev.footbridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.state.FileStateStore;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileStateStoreTest extends StateStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected StateStore newStore(InstantSource time) {
        return new FileStateStore(folder, time);
    }

    @Test
    void whatACrashLeftIsSweptAndAnEntryThatIsBrokenStopsNobodyElse() throws Exception {
        Path half = Files.writeString(folder.resolve("entry1.new"), "half");
        Path broken = Files.writeString(folder.resolve("5a1d52f3-0975-376e-9475-e652df98d4cd"), "");
        StateStore store = newStore(InstantSource.system());
        StateKey key = new StateKey("t", "n");
        Instant later = Instant.now().plusSeconds(60);

        StateVersion version = StateVersion.ABSENT;
        for (int i = 0; i < 1000; i++) {
            version = store.put(key, "v", version, later).orElseThrow();
        }

        assertThat(half).doesNotExist();
        assertThat(broken).exists();
        assertThat(store.get(key)).isPresent();
    }

    @Test
    void anInterruptedThreadWritesAllTheSameAndStaysInterrupted() {
        StateStore store = newStore(InstantSource.system());
        StateKey key = new StateKey("t", "n");

        Thread.currentThread().interrupt();
        store.put(key, "v", StateVersion.ABSENT, Instant.now().plusSeconds(60));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(store.get(key)).isPresent();
    }
}
