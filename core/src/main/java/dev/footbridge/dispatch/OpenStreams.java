package dev.footbridge.dispatch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The streams that stay open until somebody ends them, so that a stopping server can end them all. Thread-safe. */
final class OpenStreams {

    private final Map<String, Runnable> ends = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /** Takes a stream in, in place of one of the same name, which ends. On a stopping server it ends at once. */
    void add(String name, Runnable end) {
        Runnable replaced = ends.put(name, end);
        if (replaced != null) {
            replaced.run();
        }
        if (stopping) {
            end.run();
        }
    }

    void remove(String name, Runnable end) {
        ends.remove(name, end);
    }

    /** Ends the stream of that name, if there is one. */
    void end(String name) {
        Runnable end = ends.get(name);
        if (end != null) {
            end.run();
        }
    }

    void endAll() {
        stopping = true;
        ends.values().forEach(Runnable::run);
    }
}
