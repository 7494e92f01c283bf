package dev.footbridge.local;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that wait: for calls, and for connections. */
public final class Threads {

    private Threads() {}

    /** Threads for a server that lives long and waits much. */
    public static ThreadFactory forServer() {
        return virtual().orElseGet(Threads::platform);
    }

    /** Daemon threads of the platform: cheaper to have first than virtual ones. */
    public static ThreadFactory platform() {
        return named("call-");
    }

    /** Runs each task on a thread of its own, which is kept for the next one. */
    static ExecutorService forConnections() {
        return Executors.newCachedThreadPool(named("connection-"));
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Looked up by name, against the house rule: the bytecode is Java 17's, which cannot name this method. */
    private static Optional<ThreadFactory> virtual() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Object factory = Class.forName("java.lang.Thread$Builder")
                    .getMethod("factory")
                    .invoke(builder);
            return Optional.of((ThreadFactory) factory);
        } catch (ReflectiveOperationException olderJdk) {
            return Optional.empty();
        }
    }
}
