package dev.footbridge.benchmarks.growth;

import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.time.Duration;
import java.time.Instant;

/** So many states of sessions, of a hundred callers, in a store. */
record States(StateStore store, int count) {

    private static final String VALUE = "s".repeat(200);

    /** @return microseconds for each that was written */
    double put() {
        Instant deadline = Instant.now().plus(Duration.ofHours(1));
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            if (store.put(key(i), VALUE, StateVersion.ABSENT, deadline).isEmpty()) {
                throw new IllegalStateException("a state was there before");
            }
        }
        return (System.nanoTime() - begun) / 1e3 / count;
    }

    /** @return microseconds for each that was read */
    double get() {
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            if (store.get(key(i)).isEmpty()) {
                throw new IllegalStateException("a state is gone");
            }
        }
        return (System.nanoTime() - begun) / 1e3 / count;
    }

    private StateKey key(int number) {
        return new StateKey("caller-" + number % 100, count + "-session-" + number);
    }
}
