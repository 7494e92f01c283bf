package dev.footbridge.azure.table;

import dev.footbridge.log.Log;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * When an instance sweeps its table: some seconds after an answer, on a thread of its own, so that no caller waits. At
 * most once in ten minutes, or in one where much is dead, and for half a minute at most. It begins with the first
 * answer, because an instance that is started for one call may never give another. A sweep that breaks off, with its
 * instance or by an error, is gone on with by the next; an error is logged. Thread-safe.
 */
public final class Sweeping {

    /** What was written for one call may still be on its way, and the next call may be close behind. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int NOTES = 50;

    private final TableSweep sweep;
    private final InstantSource clock;
    private final Log log;
    private final Executor aside;
    private final Duration quiet;
    private final AtomicReference<Instant> due = new AtomicReference<>(Instant.MIN);

    public Sweeping(TableSweep sweep, InstantSource clock, Log log) {
        this(sweep, clock, log, Sweeping::start, QUIET);
    }

    Sweeping(TableSweep sweep, InstantSource clock, Log log, Executor aside, Duration quiet) {
        this.sweep = sweep;
        this.clock = clock;
        this.log = log;
        this.aside = aside;
        this.quiet = quiet;
    }

    /** Say that a call was answered. Returns at once, and never fails. */
    public void answered() {
        Instant now = clock.instant();
        Instant known = due.get();
        if (now.isBefore(known) || !due.compareAndSet(known, now.plus(BETWEEN))) {
            return;
        }
        try {
            aside.execute(this::run);
        } catch (RuntimeException | OutOfMemoryError noThread) {
            log.error("-", "the table was not swept: no thread could be started", noThread);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "footbridge-sweep");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            Thread.sleep(quiet.toMillis());
            if (!isDone()) {
                due.set(clock.instant().plus(SOON));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException trouble) {
            log.error("-", "what is dead in the table could not be deleted; the next sweep tries again", trouble);
        }
    }

    /** False if the time was over before the work. */
    private boolean isDone() {
        Instant end = clock.instant().plus(LONGEST);
        while (clock.instant().isBefore(end)) {
            if (sweep.run(NOTES) < NOTES) {
                return true;
            }
        }
        return false;
    }
}
