package dev.footbridge.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a running call says, shows signs of life, watches the clock, and notices when the client has gone. Used
 * by one thread.
 */
final class Pump {

    private final Engine engine;
    private final Work work;
    private final StreamRules rules;
    private final StreamOutbox outbox;
    private final Delivery delivery;
    private final Cancellation cancellation;
    private final Instant deadline;

    Pump(
            Engine engine,
            Work work,
            StreamRules rules,
            StreamOutbox outbox,
            Delivery delivery,
            Cancellation cancellation,
            Instant deadline) {
        this.engine = engine;
        this.work = work;
        this.rules = rules;
        this.outbox = outbox;
        this.delivery = delivery;
        this.cancellation = cancellation;
        this.deadline = deadline;
    }

    /** Nobody waits for the answer after this. */
    Instant deadline() {
        return deadline;
    }

    /**
     * Returns when the call has its answer, or nobody waits for one: then it is given up.
     *
     * @param due true if the call has been silent for as long as {@link #patience} said
     */
    void run(boolean due) {
        try {
            pump(due);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            abandon();
        } finally {
            cancellation.cancel();
            outbox.close();
            delivery.close();
        }
    }

    /** A call that talks a lot gets no more time. */
    private void pump(boolean due) throws InterruptedException {
        StreamOutbox.Frame frame;
        Duration patience = due ? Duration.ZERO : patience();
        do {
            frame = outbox.next(patience);
            if (!engine.clock.instant().isBefore(deadline) && cancellation.expire()) {
                delivery.finish(work.timedOut());
                return;
            }
            if (!deliver(frame) && rules.disconnectCancels()) {
                return;
            }
            patience = patience();
        } while (!(frame instanceof StreamOutbox.Done) && !(frame instanceof StreamOutbox.Abandoned));
    }

    /**
     * Until just after the deadline, but no longer than until the next sign of life is due. Past the deadline the
     * answer is on its way, or the call will be found to be late at the next look.
     */
    Duration patience() {
        return new TimeLeft(engine.clock, Optional.of(deadline)).upTo(engine.config.keepAlive());
    }

    /** False if the client is gone. */
    private boolean deliver(StreamOutbox.@Nullable Frame frame) {
        if (frame instanceof StreamOutbox.Note note) {
            return delivery.send(note.message());
        }
        if (frame instanceof StreamOutbox.Done done) {
            delivery.finish(done.answer());
        } else if (frame instanceof StreamOutbox.Release) {
            delivery.release();
        } else if (frame instanceof StreamOutbox.Abandoned) {
            abandon();
        } else {
            return delivery.keepAlive();
        }
        return true;
    }

    /** A legacy client cancelled and wants no answer; a modern one is still there, so it is this server that stops. */
    void abandon() {
        if (rules.disconnectCancels()) {
            delivery.finish(work.stopped());
        } else {
            delivery.abandon();
        }
    }
}
