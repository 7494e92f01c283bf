package dev.footbridge.azure.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.azure.storage.StoragePatience;
import dev.footbridge.azure.storage.TableService;
import dev.footbridge.log.Log;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import dev.footbridge.testkit.FakeTables;
import dev.footbridge.testkit.FakeTables.Fault;
import dev.footbridge.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SweepingTest {

    private final TestClock clock = TestClock.fixed();
    private final FakeTables tables = new FakeTables();
    private final TableService service = Emulator.withKey(tables.address()).tables(StoragePatience.USUAL);
    private final StateStore store = new TableStateStore(service, "table", clock);
    private final List<String> said = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void whatIsDeadGoesAfterAnAnswerAndNotOnItsPath() {
        Sweeping sweeping = sweeping(waiting::add);
        create(60);
        clock.advance(Duration.ofHours(3));
        sweeping.answered();
        assertThat(tables.keys()).hasSize(120);

        waiting.remove(0).run();

        assertThat(tables.keys()).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void whatLivesOnIsNotTheEndOfASweep() {
        Instant first = clock.instant().plus(Duration.ofMinutes(1));
        for (int i = 0; i < 120; i++) {
            StateKey key = new StateKey("t", "renewed" + i);
            StateVersion version =
                    store.put(key, "value", StateVersion.ABSENT, first).orElseThrow();
            store.put(key, "value", version, first.plus(Duration.ofHours(6)));
        }
        clock.advance(Duration.ofHours(1));
        create(10);
        clock.advance(Duration.ofHours(3));

        sweeping(Runnable::run).answered();

        assertThat(tables.keys()).hasSize(240).noneMatch(key -> key.contains("name"));
    }

    @Test
    void itIsOnceInTenMinutesWhateverIsAnswered() {
        Sweeping sweeping = sweeping(waiting::add);
        for (int minute = 0; minute < 30; minute++) {
            sweeping.answered();
            sweeping.answered();
            new ArrayList<>(waiting).forEach(Runnable::run);
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(waiting).hasSize(3);
    }

    @Test
    void whereThereIsMuchToDoItGoesOnSoon() {
        // each instant that is looked at is 20 s later, so the time is over after a batch
        Sweeping sweeping = new Sweeping(
                new TableSweep(service, "table", clock),
                () -> {
                    clock.advance(Duration.ofSeconds(20));
                    return clock.instant();
                },
                log(),
                waiting::add,
                Duration.ZERO);
        create(150);
        clock.advance(Duration.ofHours(3));
        sweeping.answered();
        waiting.remove(0).run();
        assertThat(tables.keys()).isNotEmpty();
        clock.advance(Duration.ofMinutes(1));
        sweeping.answered();

        assertThat(waiting).hasSize(1);
    }

    @Test
    void troubleIsLoggedAndTheNextTriesAgain() {
        Sweeping sweeping = sweeping(Runnable::run);
        create(1);
        clock.advance(Duration.ofHours(3));
        tables.next(Fault.DENIED);
        sweeping.answered();
        assertThat(said).hasSize(1).allMatch(line -> line.contains("next sweep tries again"));
        clock.advance(Duration.ofMinutes(11));
        sweeping.answered();

        assertThat(tables.keys()).isEmpty();
    }

    @Test
    void aThreadThatCannotBeStartedFailsNobody() {
        sweeping(work -> {
                    throw new RejectedExecutionException();
                })
                .answered();

        assertThat(said).hasSize(1).allMatch(line -> line.contains("no thread"));
    }

    @Test
    void itRunsOnAThreadThatKeepsNoProcessAlive() throws Exception {
        new Sweeping(new TableSweep(service, "table", clock), clock, log()).answered();

        Thread thread = Thread.getAllStackTraces().keySet().stream()
                .filter(running -> running.getName().equals("footbridge-sweep"))
                .findAny()
                .orElseThrow();
        assertThat(thread.isDaemon()).isTrue();
        thread.interrupt();
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(said).isEmpty();
    }

    private Sweeping sweeping(Executor aside) {
        return new Sweeping(new TableSweep(service, "table", clock), clock, log(), aside, Duration.ZERO);
    }

    private Log log() {
        return (level, id, message, cause) -> said.add(message);
    }

    private void create(int count) {
        for (int i = 0; i < count; i++) {
            store.put(
                    new StateKey("t", "name" + i),
                    "value",
                    StateVersion.ABSENT,
                    clock.instant().plus(Duration.ofMinutes(1)));
        }
    }
}
