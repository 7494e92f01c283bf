package dev.footbridge.dispatch;

import dev.footbridge.call.Caller;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.RequestId;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/**
 * Runs calls on threads of their own, no more at once than the server takes on, and half of those at most for one
 * caller: calls that wait for an answer of their client take a place too, and others are to find one. Thread-safe.
 */
final class Workers {

    private static final String NOBODY = "";

    private final ThreadFactory threads;
    private final Semaphore free;
    private final Shares shares;
    private final InFlight inFlight;
    private final Log log;

    Workers(ThreadFactory threads, int most, InFlight inFlight, Log log) {
        this.threads = threads;
        this.free = new Semaphore(most);
        this.shares = new Shares(most - most / 2);
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
        if (caller.equals(NOBODY) || shares.take(caller)) {
            return true;
        }
        free.release();
        return false;
    }

    private void leave(String caller) {
        if (!caller.equals(NOBODY)) {
            shares.giveBack(caller);
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
