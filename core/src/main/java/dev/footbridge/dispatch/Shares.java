package dev.footbridge.dispatch;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many calls of each caller run: none has more than its share. Thread-safe.
 *
 * <p>A count stays when the calls have ended, because their caller comes again. One that came and went with each call
 * would be a lock, and places in memory that all processors write for each call. Counts of callers without calls are
 * forgotten together: at first when there are {@value #SPARE} counts, and then when there are as many more than twice
 * those that stayed.
 */
final class Shares {

    private static final int SPARE = 1024;

    /** The count of a caller who is being forgotten. */
    private static final int GONE = -1;

    private final int share;
    private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
    private volatile int most = SPARE;

    /** @param share how many calls of one caller run at most */
    Shares(int share) {
        this.share = share;
    }

    /** False if the caller has its share already. */
    boolean take(String caller) {
        while (true) {
            AtomicInteger count = count(caller);
            int before = count.get();
            if (before >= share) {
                return false;
            }
            if (before == GONE) {
                remove(caller, count);
            } else if (count.compareAndSet(before, before + 1)) {
                return true;
            }
        }
    }

    /** For each time that was taken. */
    void giveBack(String caller) {
        // who has a call is not forgotten
        Objects.requireNonNull(running.get(caller)).decrementAndGet();
    }

    /** Of how many callers there is a count. */
    int size() {
        return running.size();
    }

    private AtomicInteger count(String caller) {
        AtomicInteger known = running.get(caller);
        if (known != null) {
            return known;
        }
        if (running.size() >= most) {
            forgetIdle();
        }
        AtomicInteger fresh = new AtomicInteger();
        AtomicInteger other = running.putIfAbsent(caller, fresh);
        return other == null ? fresh : other;
    }

    private void forgetIdle() {
        for (Map.Entry<String, AtomicInteger> one : running.entrySet()) {
            if (one.getValue().compareAndSet(0, GONE)) {
                remove(one.getKey(), one.getValue());
            }
        }
        most = SPARE + 2 * running.size();
    }

    /** Unless there is another count already. */
    private void remove(String caller, AtomicInteger gone) {
        running.remove(caller, gone);
    }
}
