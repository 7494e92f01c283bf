package dev.footbridge.dispatch;

import dev.footbridge.http.Bytes;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.util.concurrent.locks.ReentrantLock;

/** Writes the messages of one conversation, one at a time. Thread-safe. */
final class LineOutbox implements Outbox {

    private final Conversation.Outlet outlet;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;

    LineOutbox(Conversation.Outlet outlet) {
        this.outlet = outlet;
    }

    @Override
    public void send(JsonObject message) {
        write(message);
    }

    void write(Json message) {
        Bytes line = Bytes.of(JsonWriter.bytes(message));
        lock.lock();
        try {
            if (!closed) {
                outlet.send(line);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The channel is the client's only one: it is never let go of. */
    @Override
    public void release() {}

    @Override
    public boolean reachesClient() {
        return true;
    }

    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }
}
