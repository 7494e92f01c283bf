package dev.footbridge.dispatch;

import dev.footbridge.log.Log;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one call ends: it is finished or it is given up, whichever comes first, and never both. Thread-safe. */
final class Cancellation {

    private enum State {
        RUNNING,
        FINISHED,
        CANCELLED,
        /** Cancelled too, by its time limit. */
        EXPIRED
    }

    private final Log log;
    private final List<Runnable> actions = new ArrayList<>();
    private State state = State.RUNNING;
    private @Nullable Thread worker;

    Cancellation(Log log) {
        this.log = log;
    }

    synchronized boolean cancelled() {
        return state == State.CANCELLED || state == State.EXPIRED;
    }

    /** True if it was given up at its time limit. */
    synchronized boolean expired() {
        return state == State.EXPIRED;
    }

    /** The thread to interrupt, while it works. */
    synchronized void workedBy(@Nullable Thread thread) {
        worker = thread;
        if (cancelled() && thread != null) {
            thread.interrupt();
        }
    }

    void onCancel(Runnable action) {
        synchronized (this) {
            if (state == State.RUNNING) {
                actions.add(action);
                return;
            }
        }
        if (cancelled()) {
            run(action);
        }
    }

    /** From now on the call cannot be cancelled, so its answer may be sent; false if it was cancelled before. */
    synchronized boolean finish() {
        boolean first = state == State.RUNNING;
        state = first ? State.FINISHED : state;
        return first;
    }

    /** Gives the call up; false if it has finished or was cancelled before. */
    boolean cancel() {
        return giveUp(State.CANCELLED);
    }

    /** As {@link #cancel}, at the call's time limit. */
    boolean expire() {
        return giveUp(State.EXPIRED);
    }

    private boolean giveUp(State how) {
        List<Runnable> due;
        synchronized (this) {
            if (state != State.RUNNING) {
                return false;
            }
            state = how;
            due = List.copyOf(actions);
            if (worker != null) {
                worker.interrupt();
            }
        }
        due.forEach(this::run);
        return true;
    }

    /** What an author does on cancellation must not keep others from being cancelled. */
    private void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException bug) {
            log.error("-", "an action on cancellation failed", bug);
        }
    }
}
