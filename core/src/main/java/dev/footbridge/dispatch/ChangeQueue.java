package dev.footbridge.dispatch;

import dev.footbridge.feature.Change;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes on their way to one stream. A change that waits already is not kept twice, and no more than
 * {@value #CAPACITY} are, so a slow client costs bounded memory. Thread-safe.
 */
final class ChangeQueue {

    /** What a client misses beyond this it can list again. */
    private static final int CAPACITY = 10_000;

    private final Set<Change> waiting = new LinkedHashSet<>();
    private boolean ended;

    synchronized void add(Change change) {
        if (waiting.size() < CAPACITY) {
            waiting.add(change);
            notifyAll();
        }
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized boolean ended() {
        return ended;
    }

    /** The next change; null if none came in time or the queue has ended. */
    synchronized @Nullable Change take(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (waiting.isEmpty() && !ended) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return null;
            }
            wait(left);
        }
        Iterator<Change> changes = waiting.iterator();
        if (ended || !changes.hasNext()) {
            return null;
        }
        Change next = changes.next();
        changes.remove();
        return next;
    }
}
