package dev.footbridge.audit;

import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A stream of records, each of which carries the code of the one before it (an HMAC chain), so that one that was
 * changed, taken out or moved is found by {@link AuditVerifier}. Every instance has a stream of its own: a chain over
 * all would need a lock over all. Thread-safe.
 *
 * <p>Whoever has the key can write another chain; and the end of a stream that was cut off shows only against a head
 * that was kept elsewhere ({@link Heads}).
 */
public final class AuditTrail {

    static final String BEGINNING = "0".repeat(64);
    private static final int BETWEEN_HEADS = 100;

    private final String stream;
    private final AuditKey key;
    private final AuditSink sink;
    private final Heads heads;
    private final ReentrantLock lock = new ReentrantLock();
    private String last = BEGINNING;
    private long written;

    /** Keeps how far a stream has come, out of reach of whoever can change the stream. */
    @FunctionalInterface
    public interface Heads {

        /** Keeps nothing. */
        Heads NONE = (stream, count, code) -> {};

        /** @param code of the record with that number */
        void keep(String stream, long count, String code);
    }

    /** @param stream a name that no other instance has */
    public AuditTrail(String stream, AuditKey key, AuditSink sink, Heads heads) {
        this.stream = stream;
        this.key = key;
        this.sink = sink;
        this.heads = heads;
    }

    AuditKey key() {
        return key;
    }

    /** @throws AuditException if it could not be kept; then it has no place in the chain either */
    void write(JsonObject record) {
        lock.lock();
        try {
            long number = written + 1;
            JsonObject placed = JsonObject.builder()
                    .put("stream", stream)
                    .put("seq", number)
                    .putAll(record)
                    .build();
            String code = key.link(last, JsonWriter.text(placed));
            JsonObject chain =
                    JsonObject.builder().put("prev", last).put("mac", code).build();
            sink.write(JsonWriter.text(placed.with("chain", chain)));
            last = code;
            written = number;
            if (number % BETWEEN_HEADS == 1) {
                heads.keep(stream, number, code);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Keeps the head of what was written so far: at the end, and whenever it matters. */
    public void keepHead() {
        lock.lock();
        try {
            if (written > 0) {
                heads.keep(stream, written, last);
            }
        } finally {
            lock.unlock();
        }
    }
}
