package dev.footbridge.local;

import dev.footbridge.call.Caller;
import dev.footbridge.dispatch.Conversation;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.ServerEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One client of the two-endpoint transport: messages queue here until its stream takes them. Thread-safe. */
final class SseSession implements Conversation.Outlet {

    private static final int MAX_QUEUED = 1000;
    private static final Optional<Bytes> END = Optional.empty();

    private final Caller owner;
    private final BlockingQueue<Optional<Bytes>> queue = new LinkedBlockingQueue<>(MAX_QUEUED);
    private volatile HttpRequest latest;
    private volatile boolean ended;

    SseSession(Caller owner, HttpRequest opening) {
        this.owner = owner;
        this.latest = opening;
    }

    /** Says that a request of its owner was let in, perhaps by a newer credential than those before. */
    void letIn(HttpRequest request) {
        latest = request;
    }

    HttpRequest latest() {
        return latest;
    }

    /** Its id travels through a client, and is that client's: another key of the same owner may be for less. */
    boolean belongsTo(Caller caller) {
        return owner.bindingKey().equals(caller.bindingKey());
    }

    /** A client that does not read loses its session, not the server its memory. */
    @Override
    public void send(Bytes message) {
        if (!queue.offer(Optional.of(message))) {
            end();
        }
    }

    void end() {
        ended = true;
        queue.clear();
        queue.offer(END);
    }

    /** Moves messages to the stream until the client or the session is gone, or nobody wants it any more. */
    void pump(EventStream stream, Duration keepAlive, BooleanSupplier stillWanted) throws InterruptedException {
        boolean open = true;
        while (open && !ended && stillWanted.getAsBoolean()) {
            Optional<Bytes> next = queue.poll(keepAlive.toMillis(), TimeUnit.MILLISECONDS);
            open = next == null
                    ? stream.keepAlive()
                    : next.isPresent()
                            && stream.send(
                                    ServerEvent.named("message", next.get().asUtf8()));
        }
    }
}
