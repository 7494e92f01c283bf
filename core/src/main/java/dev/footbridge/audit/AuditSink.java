package dev.footbridge.audit;

/**
 * Where audit records go. Called by one thread at a time.
 *
 * <p>A sink that cannot be changed afterwards (write once, read many) is the one to use where records are evidence.
 */
@FunctionalInterface
public interface AuditSink {

    /**
     * Keeps one record; it has been handed over when this returns.
     *
     * @param line JSON without a line end in it
     * @throws AuditException if it could not be kept
     */
    void write(String line);
}
