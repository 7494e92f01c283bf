package dev.footbridge.session;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * How much one instance keeps for clients that may come back: of everybody's, and of one owner's, so that none takes it
 * all. What was taken comes back by itself after two periods, as events go; marks of streams, which are small, stay
 * longer. Thread-safe.
 */
public final class EventBudget {

    /** In characters, like the others: at most twice as many bytes of this process's memory. */
    private static final long OF_ALL = 32L << 20;

    private static final long OF_OWNER = 8L << 20;

    private final InstantSource clock;
    private long period;
    private Taken before = new Taken();
    private Taken now = new Taken();

    public EventBudget(InstantSource clock) {
        this.clock = clock;
    }

    /** What was taken in one period, which is as long as an event is kept: so two of them hold all that is kept. */
    private static final class Taken {

        private final Map<String, Long> byOwner = new HashMap<>();
        private long all;

        private long of(String owner) {
            return byOwner.getOrDefault(owner, 0L);
        }

        private void add(String owner, long size) {
            all += size;
            byOwner.merge(owner, size, Long::sum);
        }
    }

    /** Takes so many characters; false, and none are taken, if that is too much. */
    public synchronized boolean take(String owner, long size) {
        turn(clock.millis() / EventLog.KEPT.toMillis());
        if (before.all + now.all + size > OF_ALL || before.of(owner) + now.of(owner) + size > OF_OWNER) {
            return false;
        }
        now.add(owner, size);
        return true;
    }

    private void turn(long current) {
        if (current != period) {
            before = current == period + 1 ? now : new Taken();
            now = new Taken();
            period = current;
        }
    }
}
