package dev.footbridge.local;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the exchanges under way, so that stopping can wait for them. Thread-safe. */
final class OpenExchanges {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int calls;
    private int streams;

    /** @param endless true for a stream that ends only when somebody ends it */
    void begin(boolean endless) {
        add(1, endless);
    }

    void end(boolean endless) {
        add(-1, endless);
    }

    /** Waits until no call is left but endless streams; false if the time ran out. */
    boolean awaitCalls(Duration limit) {
        return await(limit, false);
    }

    /** Waits until nothing at all is left; false if the time ran out. */
    boolean awaitAll(Duration limit) {
        return await(limit, true);
    }

    private void add(int step, boolean endless) {
        lock.lock();
        try {
            calls += endless ? 0 : step;
            streams += endless ? step : 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean await(Duration limit, boolean streamsToo) {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (calls + (streamsToo ? streams : 0) > 0) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(Math.min(left, TimeUnit.SECONDS.toNanos(60)));
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
