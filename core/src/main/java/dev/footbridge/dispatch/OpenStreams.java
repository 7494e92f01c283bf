package dev.footbridge.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The streams that stay open until somebody ends them, so that a stopping server can end them all. Thread-safe. */
final class OpenStreams {

    private final Set<Runnable> ends = ConcurrentHashMap.newKeySet();

    void add(Runnable end) {
        ends.add(end);
    }

    void remove(Runnable end) {
        ends.remove(end);
    }

    void endAll() {
        ends.forEach(Runnable::run);
    }
}
