package dev.footbridge.local;

import java.util.concurrent.Executor;

/**
 * Where calls run, and what Jetty hands on to another thread. When a response is written Jetty looks for the next
 * request of the connection in another thread; the one that has just written it does that itself here, which saves
 * waking one for each call. It is not held up by that: what it finds is begun on a thread of its own. Thread-safe.
 */
final class CallThreads implements Executor {

    private final Executor calls;
    private final Executor others;
    private final ThreadLocal<Boolean> inCall = new ThreadLocal<>();

    /**
     * @param calls gives each task a thread that may wait
     * @param others for what is not handed on by a call's own thread
     */
    CallThreads(Executor calls, Executor others) {
        this.calls = calls;
        this.others = others;
    }

    void begin(Runnable call) {
        calls.execute(() -> {
            inCall.set(true);
            try {
                call.run();
            } finally {
                inCall.remove();
            }
        });
    }

    @Override
    public void execute(Runnable task) {
        if (inCall.get() == null) {
            others.execute(task);
        } else {
            task.run();
        }
    }
}
