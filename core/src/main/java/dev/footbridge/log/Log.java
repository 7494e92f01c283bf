package dev.footbridge.log;

import org.jspecify.annotations.Nullable;

/**
 * The operator's log. Thread-safe; must not block for long and never throws.
 *
 * <p>An interface of our own because a logging framework costs more at start than everything else the core does.
 */
@FunctionalInterface
public interface Log {

    /**
     * Writes one line.
     *
     * @param requestId the id of the request it belongs to, {@code -} if none
     * @param cause what was thrown, if anything; its text never reaches a client
     */
    void write(Level level, String requestId, String message, @Nullable Throwable cause);

    default void info(String message) {
        write(Level.INFO, "-", message, null);
    }

    default void warn(String requestId, String message) {
        write(Level.WARN, requestId, message, null);
    }

    default void error(String requestId, String message, @Nullable Throwable cause) {
        write(Level.ERROR, requestId, message, cause);
    }

    /** A log that keeps nothing. */
    static Log none() {
        return (level, requestId, message, cause) -> {};
    }

    /** How much a line matters. */
    enum Level {
        INFO,
        WARN,
        ERROR
    }
}
