package dev.footbridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.state.FileStateStore;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

    @Test
    void aThreadThatIsInterruptedWhileAnotherProcessHasTheLockWritesOnceItIsGivenUp() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.resolve("lock").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        StateStore store = newStore(InstantSource.system());
        StateKey key = new StateKey("t", "n");
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread writer = new Thread(() -> interrupted.complete(
                store.put(key, "v", StateVersion.ABSENT, Instant.now().plusSeconds(60))
                                .isPresent()
                        && Thread.interrupted()));
        try {
            assertThat(holder.getInputStream().read()).isEqualTo('!');
            writer.start();
            for (int i = 0; i < 20; i++) {
                Thread.sleep(10);
                writer.interrupt();
            }
            assertThat(writer.isAlive()).isTrue();
        } finally {
            holder.destroy();
        }

        assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(store.get(key)).isPresent();
    }

    /** Has the lock until it is ended. */
    static final class Holder {

        public static void main(String... file) throws Exception {
            try (FileChannel channel =
                            FileChannel.open(Path.of(file[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                System.out.print(lock.isValid() ? '!' : '?');
                System.out.flush();
                Thread.sleep(60_000);
            }
        }
    }
}
