package dev.footbridge.dispatch;

import dev.footbridge.log.Log;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs an action at an instant, unless what it watches is over before. Thread-safe.
 *
 * <p>Its one thread starts with the first watch and is woken only for an end that comes before all it knows of: nearly
 * every call is over long before its end, and none should pay for waking a thread twice.
 */
final class Watchdog {

    private final InstantSource clock;
    private final Log log;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition sooner = lock.newCondition();
    private final Set<Watched> watched = new HashSet<>();
    private Instant wake = Instant.MAX;
    private boolean started;
    private boolean closed;

    Watchdog(InstantSource clock, Log log) {
        this.clock = clock;
        this.log = log;
    }

    /** Ends a watch. */
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** After {@link #close} nothing is watched, and nobody is told that it is not. */
    Watch watch(Instant end, Runnable action) {
        Watched mine = new Watched(end, action);
        lock.lock();
        try {
            if (!closed) {
                watched.add(mine);
                start();
            }
            if (end.isBefore(wake)) {
                sooner.signal();
            }
        } finally {
            lock.unlock();
        }
        return mine;
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            watched.clear();
            sooner.signal();
        } finally {
            lock.unlock();
        }
    }

    private void start() {
        if (!started) {
            Thread thread = new Thread(this::run, "footbridge-watchdog");
            thread.setDaemon(true);
            thread.start();
            started = true;
        }
    }

    private void run() {
        try {
            for (List<Watched> due = due(); !due.isEmpty(); due = due()) {
                due.forEach(this::act);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever is wrong with one action, the others are still due. */
    private void act(Watched due) {
        try {
            due.action.run();
        } catch (RuntimeException | Error bug) {
            log.error("-", "what was due could not be done", bug);
        }
    }

    /** Waits for the next ones that are due; none once this is closed. */
    private List<Watched> due() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                Instant now = clock.instant();
                List<Watched> due = take(now);
                if (!due.isEmpty()) {
                    return due;
                }
                if (wake.equals(Instant.MAX)) {
                    sooner.await();
                } else {
                    sooner.awaitNanos(Duration.between(now, wake).toNanos());
                }
            }
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private List<Watched> take(Instant now) {
        List<Watched> due = new ArrayList<>();
        wake = Instant.MAX;
        for (Iterator<Watched> all = watched.iterator(); all.hasNext(); ) {
            Watched next = all.next();
            if (!next.end.isAfter(now)) {
                all.remove();
                due.add(next);
            } else if (next.end.isBefore(wake)) {
                wake = next.end;
            }
        }
        return due;
    }

    private void forget(Watched over) {
        lock.lock();
        try {
            watched.remove(over);
        } finally {
            lock.unlock();
        }
    }

    /** One watch; equal to no other. */
    private final class Watched implements Watch {
        private final Instant end;
        private final Runnable action;

        Watched(Instant end, Runnable action) {
            this.end = end;
            this.action = action;
        }

        @Override
        public void close() {
            forget(this);
        }
    }
}
