package dev.footbridge.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Runs an action at an instant, unless what it watches is over before. Its one thread starts with the first watch. */
final class Watchdog {

    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor timer;

    Watchdog(InstantSource clock, ThreadFactory threads) {
        this.clock = clock;
        this.timer = new ScheduledThreadPoolExecutor(1, action -> {
            Thread thread = threads.newThread(action);
            if (!thread.isDaemon()) {
                thread.setDaemon(true);
            }
            return thread;
        });
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

    void close() {
        timer.shutdownNow();
    }
}
