package dev.footbridge.audit;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A stream of records, each of which carries the code of the one before it (an HMAC chain), so that one that was
 * changed, taken out or moved is found by {@link AuditVerifier}. Every instance has a stream of its own: a chain over
 * all would need a lock over all. Thread-safe.
 *
 * <p>A record that could not be kept has no place in the chain. The next one that is kept says in {@code lost} how many
 * there were since the last, so that a gap is in the records themselves.
 *
 * <p>Whoever has the key can write another chain; and the end of a stream that was cut off shows only against a head
 * that was kept elsewhere ({@link Heads}).
 */
public final class AuditTrail {

    static final String BEGINNING = "0".repeat(64);
    private static final int BETWEEN_HEADS = 100;

    private final Supplier<String> names;
    private final AuditKey key;
    private final AuditSink sink;
    private final Heads heads;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable String stream;
    private String last = BEGINNING;
    private long written;
    private long lost;

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
        this(() -> stream, key, sink, heads);
    }

    /**
     * @param names gives a name that no other instance has. It is asked once, for the first record: whatever was made
     *     before, copies of this process share, as those of a snapshot
     */
    public AuditTrail(Supplier<String> names, AuditKey key, AuditSink sink, Heads heads) {
        this.names = names;
        this.key = key;
        this.sink = sink;
        this.heads = heads;
    }

    AuditKey key() {
        return key;
    }

    /**
     * @param record with at least one member
     * @throws AuditException if it could not be kept; then it has no place in the chain either
     */
    void write(JsonObject record) {
        String facts = JsonWriter.text(record).substring(1);
        lock.lock();
        try {
            long number = written + 1;
            String text = place(number) + facts;
            String code = key.link(last, text);
            keep(chained(text, last, code));
            last = code;
            written = number;
            if (number % BETWEEN_HEADS == 1) {
                heads.keep(stream(), number, code);
            }
        } finally {
            lock.unlock();
        }
    }

    private String stream() {
        String known = stream;
        if (known == null) {
            known = names.get();
            stream = known;
        }
        return known;
    }

    /** How a record begins: where it stands. The rest of it is written before the lock is taken. */
    private String place(long number) {
        return "{\"stream\":" + JsonWriter.text(Json.of(stream())) + ",\"seq\":" + number
                + (lost > 0 ? ",\"lost\":" + lost : "") + ",";
    }

    /** The record with one member more: writing it a second time would cost as much as the first. */
    private static String chained(String record, String previous, String code) {
        return record.substring(0, record.length() - 1) + ",\"chain\":{\"prev\":\"" + previous + "\",\"mac\":\"" + code
                + "\"}}";
    }

    private void keep(String line) {
        try {
            sink.write(line);
            lost = 0;
        } catch (AuditException failed) {
            lost++;
            throw failed;
        } catch (RuntimeException failed) {
            lost++;
            throw new AuditException("the sink of the audit failed", failed);
        }
    }

    /** Keeps the head of what was written so far: at the end, and whenever it matters. */
    public void keepHead() {
        lock.lock();
        try {
            if (written > 0) {
                heads.keep(stream(), written, last);
            }
        } finally {
            lock.unlock();
        }
    }
}
