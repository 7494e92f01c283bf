package dev.footbridge.audit;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
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

    /**
     * A monitor: whoever waits for it spins before it sleeps, which a {@code ReentrantLock} does not, and records hold
     * it for microseconds.
     */
    private final Object lock = new Object();

    /** Another one, because a store may be slow, and records do not wait for it. */
    private final ReentrantLock headLock = new ReentrantLock();

    private @Nullable Stream stream;
    private String last = BEGINNING;
    private long written;
    private long lost;

    /** @param beginning of each of its records */
    private record Stream(String name, String beginning) {}

    private record Head(String stream, long count, String code) {}

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
        byte[] text = JsonWriter.bytes(record);
        byte[] rest = Arrays.copyOfRange(text, 1, text.length);
        long number;
        synchronized (lock) {
            number = appended(rest);
        }
        // Where a head is being kept already, the next hundred will do: nobody waits for a store behind somebody else.
        if (number % BETWEEN_HEADS == 1 && headLock.tryLock()) {
            keepAndUnlock();
        }
    }

    /** @param rest what stands behind the place of a record, with the brace that ends it */
    private long appended(byte[] rest) {
        byte[] place = AuditKey.bytes(place(written + 1));
        String code = key.link(last, place, rest);
        byte[] chain = AuditKey.bytes(",\"chain\":{\"prev\":\"" + last + "\",\"mac\":\"" + code + "\"}}\n");
        int facts = rest.length - 1;
        keep(ByteBuffer.allocate(place.length + facts + chain.length)
                .put(place)
                .put(rest, 0, facts)
                .put(chain)
                .array());
        last = code;
        return ++written;
    }

    private Stream stream() {
        Stream known = stream;
        if (known == null) {
            String name = names.get();
            known = new Stream(name, "{\"stream\":" + JsonWriter.text(Json.of(name)) + ",\"seq\":");
            stream = known;
        }
        return known;
    }

    /** How a record begins: where it stands. */
    private String place(long number) {
        return stream().beginning() + number + (lost > 0 ? ",\"lost\":" + lost : "") + ',';
    }

    private void keep(byte[] line) {
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
        synchronized (lock) {
            if (written == 0) {
                return;
            }
        }
        headLock.lock();
        keepAndUnlock();
    }

    /** The newest: whoever has the lock reads it, so that an older one never comes behind it. */
    private void keepAndUnlock() {
        try {
            Head head;
            synchronized (lock) {
                head = new Head(stream().name(), written, last);
            }
            heads.keep(head.stream(), head.count(), head.code());
        } finally {
            headLock.unlock();
        }
    }
}
