package dev.footbridge.dispatch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether one call has been given up, and who wants to know. Thread-safe. */
final class Cancellation {

    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;
    private @Nullable Thread worker;

    synchronized boolean cancelled() {
        return cancelled;
    }

    /** The thread to interrupt, while it works. */
    synchronized void workedBy(@Nullable Thread thread) {
        worker = thread;
        if (cancelled && thread != null) {
            thread.interrupt();
        }
    }

    void onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }

    void cancel() {
        List<Runnable> due;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            due = List.copyOf(actions);
            if (worker != null) {
                worker.interrupt();
            }
        }
        due.forEach(Runnable::run);
    }
}
