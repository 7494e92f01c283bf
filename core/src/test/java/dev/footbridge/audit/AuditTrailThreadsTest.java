package dev.footbridge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many write at once. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class AuditTrailThreadsTest {

    private static final int THREADS = 32;
    private static final int EACH = 500;
    private static final AuditKey KEY = new AuditKey(Secret.ofText("k".repeat(32)));

    private final List<String> lines = new ArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<Thread> interrupted = ConcurrentHashMap.newKeySet();

    @Test
    void theirRecordsAreOneChainAndEachHearsOfItsOwnFailure() throws InterruptedException {
        AuditTrail trail = new AuditTrail("i1", KEY, AuditSink.ofTexts(this::keep), AuditTrail.Heads.NONE);

        together(thread -> {
            for (int i = 0; i < EACH; i++) {
                write(trail, thread + "-" + i);
            }
        });

        AuditVerifier verifier = new AuditVerifier(KEY);
        assertThat(lines.stream().map(verifier::problem).flatMap(Optional::stream))
                .isEmpty();
        assertThat(lines).hasSize(THREADS * EACH - refused.size());
        assertThat(refused).hasSize(THREADS * EACH / 10).allMatch(name -> name.endsWith("7"));
    }

    @Test
    void aThreadThatIsInterruptedWritesAllTheSameAndStaysInterrupted(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("audit.jsonl");
        try (FileAuditSink sink = FileAuditSink.open(file)) {
            AuditTrail trail = new AuditTrail("i1", KEY, sink, AuditTrail.Heads.NONE);

            together(thread -> {
                Thread.currentThread().interrupt();
                for (int i = 0; i < EACH; i++) {
                    trail.write(JsonObject.of("a", Json.of(i)));
                }
                if (Thread.currentThread().isInterrupted()) {
                    interrupted.add(Thread.currentThread());
                }
            });
        }

        assertThat(Files.readAllLines(file)).hasSize(THREADS * EACH);
        assertThat(interrupted).hasSize(THREADS);
    }

    @Test
    void recordsDoNotWaitForAHeadThatIsKeptSlowly() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(1);
        List<Long> heads = Collections.synchronizedList(new ArrayList<>());
        List<String> kept = Collections.synchronizedList(lines);
        AuditTrail trail = new AuditTrail("i1", KEY, AuditSink.ofTexts(kept::add), (stream, count, code) -> {
            asked.countDown();
            awaitQuietly(slow);
            heads.add(count);
        });

        Thread keeper = new Thread(() -> write(trail, "first"));
        keeper.start();
        asked.await();
        for (int i = 1; i < 350; i++) {
            write(trail, "another");
        }
        assertThat(kept).hasSize(350);
        assertThat(heads).isEmpty();

        slow.countDown();
        keeper.join();
        trail.keepHead();
        assertThat(heads).containsExactly(1L, 350L);
    }

    private void write(AuditTrail trail, String name) {
        try {
            trail.write(JsonObject.of("a", Json.of(name)));
        } catch (AuditException notKept) {
            refused.add(name);
        }
    }

    /** Is called by one thread at a time. */
    private void keep(String line) {
        if (line.contains("7\",\"chain\"")) {
            throw new AuditException("not this one", null);
        }
        lines.add(line);
    }

    /** What one of the threads does. */
    private interface Part {
        void run(int thread);
    }

    private static void together(Part part) throws InterruptedException {
        CountDownLatch begin = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < THREADS; number++) {
            int thread = number;
            threads.add(new Thread(() -> {
                awaitQuietly(begin);
                part.run(thread);
            }));
        }
        threads.forEach(Thread::start);
        begin.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
