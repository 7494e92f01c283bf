package dev.footbridge.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs an action at an instant, unless what it watches is over before. Its one thread starts with the first watch. */
final class Watchdog {

    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor timer;

    Watchdog(InstantSource clock, ThreadFactory threads) {
        this.clock = clock;
        // After the end nothing is watched, and nobody is told that it is not.
        RejectedExecutionHandler dropped = new ThreadPoolExecutor.DiscardPolicy();
        this.timer = new ScheduledThreadPoolExecutor(1, action -> daemon(threads.newThread(action)), dropped);
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Ends a watch. */
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    Watch watch(Instant end, Runnable action) {
        long millis = Math.max(0, Duration.between(clock.instant(), end).toMillis());
        ScheduledFuture<?> due = timer.schedule(action, millis, TimeUnit.MILLISECONDS);
        return () -> due.cancel(false);
    }

    private static Thread daemon(Thread thread) {
        if (!thread.isDaemon()) {
            thread.setDaemon(true);
        }
        return thread;
    }

    void close() {
        timer.shutdownNow();
    }
}
