package dev.footbridge.audit;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

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
     * @param line JSON in UTF-8 and one line end, which is its last byte. It is the sink's own
     * @throws AuditException if it could not be kept
     */
    void write(byte[] line);

    /** One that is given each record as a text, without the line end. */
    static AuditSink ofTexts(Consumer<String> sink) {
        return line -> sink.accept(new String(line, 0, line.length - 1, StandardCharsets.UTF_8));
    }
}
