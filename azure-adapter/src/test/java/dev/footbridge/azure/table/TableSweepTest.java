package dev.footbridge.azure.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.azure.storage.StoragePatience;
import dev.footbridge.azure.storage.TableService;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import dev.footbridge.testkit.FakeTables;
import dev.footbridge.testkit.FakeTables.Fault;
import dev.footbridge.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TableSweepTest {

    private static final Duration LONG = Duration.ofHours(3);

    private final TestClock clock = TestClock.fixed();
    private final FakeTables tables = new FakeTables();
    private final TableService service = Emulator.withKey(tables.address()).tables(StoragePatience.USUAL);
    private final StateStore store = new TableStateStore(service, "table", clock);
    private final TableSweep sweep = new TableSweep(service, "table", clock);

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void whatIsDeadIsDeletedWithItsNoteAndNothingElseIs() {
        create("short", Duration.ofMinutes(1));
        create("long", Duration.ofDays(1));
        clock.advance(LONG);

        assertThat(sweep.run(100)).isEqualTo(1);
        assertThat(tables.keys()).hasSize(2).noneMatch(key -> key.contains("short"));
        assertThat(sweep.run(100)).isZero();
        assertThat(store.get(new StateKey("t", "long"))).isPresent();
    }

    @Test
    void nothingIsTouchedWhileItsHourMayStillBeWritten() {
        create("short", Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(119));

        assertThat(sweep.run(100)).isZero();
        assertThat(tables.keys()).hasSize(2);
    }

    @Test
    void aRunLooksAtNoMoreThanItMayAndTheNextGoesOn() {
        for (int i = 0; i < 5; i++) {
            create("n" + i, Duration.ofMinutes(1));
        }
        clock.advance(LONG);

        assertThat(sweep.run(2)).isEqualTo(2);
        assertThat(tables.keys()).hasSize(6);
        assertThat(sweep.run(2)).isEqualTo(2);
        assertThat(sweep.run(2)).isEqualTo(1);
        assertThat(tables.keys()).isEmpty();
        assertThat(sweep.run(0)).isZero();
    }

    @Test
    void pagesThatEndEarlyAreGoneOnWith() {
        for (int i = 0; i < 5; i++) {
            create("n" + i, Duration.ofMinutes(1).plus(Duration.ofHours(i)));
        }
        tables.pages(3);
        clock.advance(Duration.ofHours(10));

        assertThat(sweep.run(100)).isEqualTo(5);
        assertThat(tables.keys()).isEmpty();
    }

    @Test
    void aLaterDeadlineIsNotedAndSweptInItsOwnTime() {
        StateVersion version = create("moved", Duration.ofMinutes(1));
        store.put(key("moved"), "v", version, clock.instant().plus(Duration.ofHours(6)));
        clock.advance(LONG);

        assertThat(sweep.run(100)).isEqualTo(1);
        assertThat(store.get(key("moved"))).isPresent();
        assertThat(tables.keys()).hasSize(2);
        clock.advance(Duration.ofHours(6));
        assertThat(sweep.run(100)).isEqualTo(1);
        assertThat(tables.keys()).isEmpty();
    }

    @Test
    void whatARemovalLeavesIsSwept() {
        StateVersion version = create("removed", Duration.ofMinutes(30));
        store.remove(key("removed"), version);
        clock.advance(LONG);

        assertThat(sweep.run(100)).isEqualTo(1);
        assertThat(tables.keys()).isEmpty();
    }

    @Test
    void aNoteWithoutAValueIsForgotten() {
        tables.next(Fault.NONE, Fault.NO_TABLE);
        assertThatThrownBy(() -> create("never", Duration.ofMinutes(1))).isInstanceOf(StateStoreException.class);
        assertThat(tables.keys()).hasSize(1);
        clock.advance(LONG);

        assertThat(sweep.run(100)).isEqualTo(1);
        assertThat(tables.keys()).isEmpty();
    }

    @Test
    void whatWasWrittenOverAfterItsDeathIsFoundAgain() {
        create("again", Duration.ofMinutes(1));
        clock.advance(LONG);
        store.get(key("again"));
        create("again", Duration.ofHours(5));

        assertThat(sweep.run(100)).isEqualTo(1);
        assertThat(store.get(key("again"))).isPresent();
        clock.advance(Duration.ofHours(7));
        assertThat(sweep.run(100)).isEqualTo(1);
        assertThat(tables.keys()).isEmpty();
    }

    @Test
    void troubleIsTold() {
        tables.next(Fault.NO_TABLE);

        assertThatThrownBy(() -> sweep.run(1)).isInstanceOf(StateStoreException.class);
    }

    @Test
    void manyMaySweepBesideWritersAndNoLiveValueIsLost() throws Exception {
        besideWriters(service, "table");

        assertThat(tables.keys()).hasSize(40);
    }

    @ParameterizedTest
    @EnumSource(Emulator.class)
    void manyMaySweepAtTheEmulator(Emulator emulator) throws Exception {
        besideWriters(emulator.tables(), emulator.newTable());
    }

    /** Three sweep sixty dead values, of which twenty are written anew meanwhile; then only those twenty are there. */
    private void besideWriters(TableService shared, String table) throws Exception {
        StateStore writer = new TableStateStore(shared, table, clock);
        for (int i = 0; i < 60; i++) {
            writer.put(key("n" + i), "old", StateVersion.ABSENT, clock.instant().plusSeconds(60));
        }
        clock.advance(LONG);
        List<Callable<Integer>> jobs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            jobs.add(() -> new TableSweep(shared, table, clock).run(1000));
        }
        jobs.add(() -> {
            for (int i = 0; i < 20; i++) {
                Instant deadline = clock.instant().plus(LONG);
                assertThat(writer.put(key("n" + i), "new", StateVersion.ABSENT, deadline))
                        .isPresent();
            }
            return 0;
        });
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Integer> job : threads.invokeAll(jobs)) {
                assertThat(job.get()).isNotNegative();
            }
        } finally {
            threads.shutdownNow();
        }
        new TableSweep(shared, table, clock).run(1000);
        for (int i = 0; i < 60; i++) {
            assertThat(writer.get(key("n" + i)).isPresent()).isEqualTo(i < 20);
        }
    }

    private StateVersion create(String name, Duration life) {
        return store.put(key(name), "v", StateVersion.ABSENT, clock.instant().plus(life))
                .orElseThrow();
    }

    private static StateKey key(String name) {
        return new StateKey("t", name);
    }
}
