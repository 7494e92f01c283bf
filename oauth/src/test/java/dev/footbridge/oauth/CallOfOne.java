package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/** A call in a thread of its own. */
final class CallOfOne<T> {

    private final FutureTask<T> outcome;
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final Thread thread;

    CallOfOne(Callable<T> work) {
        outcome = new FutureTask<>(work);
        thread = new Thread(
                () -> {
                    outcome.run();
                    interrupted.set(Thread.interrupted());
                },
                "call");
        thread.setDaemon(true);
        thread.start();
    }

    /** Everything that calls wait for here has an end. */
    CallOfOne<T> untilItWaits() throws InterruptedException {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(isDone()).as("it waits for another").isFalse();
            Thread.sleep(1);
        }
        return this;
    }

    boolean isDone() {
        return outcome.isDone();
    }

    T outcome() throws Exception {
        return outcome.get();
    }

    void interrupt() {
        thread.interrupt();
    }

    /** Whether its thread was, after its work. */
    boolean wasInterrupted() throws InterruptedException {
        thread.join();
        return interrupted.get();
    }
}
