package dev.footbridge.dispatch;

import dev.footbridge.json.Json;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Hands what a running call says to the one thread that writes its stream. */
final class StreamOutbox implements Outbox {

    /** So many unsent messages make the call wait for its client. */
    private static final int CAPACITY = 256;

    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>(CAPACITY);
    private final boolean reachesClient;
    private final Runnable writer;
    private volatile boolean closed;

    /** @param writer sees to it that somebody takes the frames; called for each one but the answer */
    StreamOutbox(boolean reachesClient, Runnable writer) {
        this.reachesClient = reachesClient;
        this.writer = writer;
    }

    /** What the writing thread is told. */
    sealed interface Frame {}

    /** Send a message. */
    record Note(Json message) implements Frame {}

    /** Let go of the connection. */
    record Release() implements Frame {}

    /** Send this and end. */
    record Done(Answer answer) implements Frame {}

    /** End without an answer: the client cancelled. */
    record Abandoned() implements Frame {}

    @Override
    public void send(Json message) {
        if (reachesClient) {
            put(new Note(message));
        }
    }

    @Override
    public void release() {
        if (reachesClient) {
            put(new Release());
        }
    }

    @Override
    public boolean reachesClient() {
        return reachesClient;
    }

    /** Never loses the answer: a handler may have left its thread interrupted. */
    void finish(Answer answer) {
        Done done = new Done(answer);
        boolean handedOver = false;
        while (!handedOver && !closed) {
            try {
                handedOver = frames.offer(done, 100, TimeUnit.MILLISECONDS);
            } catch (InterruptedException leftOver) {
                // The flag is cleared now, and the thread has nothing else to do.
            }
        }
    }

    /** Never waits, because whoever cancels must not. */
    void abandon() {
        frames.clear();
        frames.offer(new Abandoned());
        writer.run();
    }

    /** From now on everything is dropped. */
    void close() {
        closed = true;
        frames.clear();
    }

    /** The next frame, or null if none came in time. */
    @Nullable
    Frame next(Duration patience) throws InterruptedException {
        return frames.poll(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
    }

    private void put(Frame frame) {
        writer.run();
        try {
            while (!closed && !frames.offer(frame, 100, TimeUnit.MILLISECONDS)) {
                // The queue is full: the call waits for its client.
            }
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
    }
}
