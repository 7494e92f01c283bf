package dev.footbridge.dispatch;

import dev.footbridge.http.Bytes;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.log.Log;
import java.util.concurrent.locks.ReentrantLock;

/** Writes the messages of one conversation, one at a time. Thread-safe. */
final class LineOutbox implements Outbox {

    private final Conversation.Outlet outlet;
    private final Log log;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;

    LineOutbox(Conversation.Outlet outlet, Log log) {
        this.outlet = outlet;
        this.log = log;
    }

    @Override
    public void send(Json message) {
        Bytes line = Bytes.of(JsonWriter.bytes(message));
        lock.lock();
        try {
            if (!closed) {
                write(line);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whoever publishes a change or closes a conversation must not stumble over one client that has gone. */
    private void write(Bytes line) {
        try {
            outlet.send(line);
        } catch (RuntimeException gone) {
            closed = true;
            log.error("-", "a conversation's outlet failed, nothing more is sent on it", gone);
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
