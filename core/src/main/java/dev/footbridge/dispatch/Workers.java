package dev.footbridge.dispatch;

import dev.footbridge.call.Caller;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.RequestId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs calls on threads of their own, no more at once than the server takes on, and half of those at most for one
 * caller: calls that wait for an answer of their client take a place too, and others are to find one. Thread-safe.
 */
final class Workers {

    private static final String NOBODY = "";

    /** The count of a caller who was forgotten. */
    private static final int GONE = -1;

    private static final int FEWEST_KEPT = 1024;

    private final ThreadFactory threads;
    private final Semaphore free;
    private final int share;
    private final int kept;

    /**
     * How many calls of each caller run; none for callers who have left but may come again soon. A count that came and
     * went with its call would be a lock and three places in memory that all processors write for each call.
     */
    private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();

    private final InFlight inFlight;
    private final Log log;

    Workers(ThreadFactory threads, int most, InFlight inFlight, Log log) {
        this.threads = threads;
        this.free = new Semaphore(most);
        this.share = (most + 1) / 2;
        this.kept = Math.max(FEWEST_KEPT, 2 * most);
        this.inFlight = inFlight;
        this.log = log;
    }

    /**
     * Starts.
     *
     * @param scope in which the name of the work is unique, for cancelling it
     * @return false if the server has too much to do already, or the caller its share; then nothing was started
     */
    boolean start(String scope, Work work, Cancellation cancellation, Runnable action) {
        String caller = key(work.caller());
        if (!isTaken(caller)) {
            return false;
        }
        Runnable end = begin(scope, work.name(), cancellation, caller);
        try {
            threads.newThread(() -> run(cancellation, action, end)).start();
            return true;
        } catch (RuntimeException | OutOfMemoryError noThread) {
            log.error("-", "a call got no thread", noThread);
            end.run();
            return false;
        }
    }

    /**
     * Runs it on the caller's thread, which may be left interrupted.
     *
     * @param scope in which the name of the work is unique, for cancelling it
     * @return false if the server has too much to do already, or the caller its share; then nothing was run
     */
    boolean runHere(String scope, Work work, Cancellation cancellation, Runnable action) {
        String caller = key(work.caller());
        if (!isTaken(caller)) {
            return false;
        }
        run(cancellation, action, begin(scope, work.name(), cancellation, caller));
        return true;
    }

    /** Who is not known can be anybody, and all of them are no one caller. */
    private static String key(Caller caller) {
        return caller.anonymous() ? NOBODY : caller.key();
    }

    private boolean isTaken(String caller) {
        if (!free.tryAcquire()) {
            return false;
        }
        if (caller.equals(NOBODY) || isWithinShare(caller)) {
            return true;
        }
        free.release();
        return false;
    }

    private boolean isWithinShare(String caller) {
        while (true) {
            AtomicInteger count = count(caller);
            int before = count.get();
            if (before >= share) {
                return false;
            }
            if (before == GONE) {
                running.remove(caller, count);
            } else if (count.compareAndSet(before, before + 1)) {
                return true;
            }
        }
    }

    private AtomicInteger count(String caller) {
        AtomicInteger known = running.get(caller);
        if (known != null) {
            return known;
        }
        if (running.size() >= kept) {
            running.values().removeIf(count -> count.compareAndSet(0, GONE));
        }
        return running.computeIfAbsent(caller, unused -> new AtomicInteger());
    }

    private void leave(String caller) {
        if (!caller.equals(NOBODY)) {
            // a count is forgotten only when it is zero
            Objects.requireNonNull(running.get(caller)).decrementAndGet();
        }
        free.release();
    }

    /** Gives what ends it. */
    private Runnable begin(String scope, RequestId name, Cancellation cancellation, String caller) {
        inFlight.add(scope, name, cancellation);
        return () -> {
            inFlight.remove(scope, name, cancellation);
            leave(caller);
        };
    }

    private static void run(Cancellation cancellation, Runnable action, Runnable end) {
        cancellation.workedBy(Thread.currentThread());
        try {
            action.run();
        } finally {
            cancellation.workedBy(null);
            end.run();
        }
    }
}
