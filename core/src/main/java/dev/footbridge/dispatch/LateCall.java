package dev.footbridge.dispatch;

import dev.footbridge.http.LateBody;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Runs one call, or a batch of them, on a thread of its own while the adapter's thread writes what it says, shows signs
 * of life, watches the clock, and notices when the client has gone.
 */
final class LateCall implements LateBody {

    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Engine engine;
    private final Work work;
    private final StreamRules rules;

    LateCall(Engine engine, Work work, StreamRules rules) {
        this.engine = engine;
        this.work = work;
        this.rules = rules;
    }

    @Override
    public void answer(Reply reply) {
        Delivery delivery = new Delivery(reply, rules, engine.log);
        StreamOutbox outbox = new StreamOutbox(rules.accept().stream());
        Cancellation cancellation = new Cancellation(engine.log);
        cancellation.onCancel(outbox::abandon);
        Instant deadline = work.deadline();
        if (!engine.workers.start(rules.scope(), work, cancellation, () -> work(outbox, cancellation, deadline))) {
            delivery.finish(work.busy());
            return;
        }
        try {
            pump(outbox, delivery, cancellation, deadline);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            abandon(delivery);
        } finally {
            cancellation.cancel();
            outbox.close();
            delivery.close();
        }
    }

    private void work(StreamOutbox outbox, Cancellation cancellation, Instant deadline) {
        Answer answer = work.run(outbox, cancellation, deadline);
        if (cancellation.finish()) {
            outbox.finish(answer);
        }
    }

    /** Returns when the call has its answer, or nobody waits for one. A call that talks a lot gets no more time. */
    private void pump(StreamOutbox outbox, Delivery delivery, Cancellation cancellation, Instant deadline)
            throws InterruptedException {
        StreamOutbox.Frame frame;
        do {
            frame = outbox.next(patience(deadline));
            if (!engine.clock.instant().isBefore(deadline) && cancellation.expire()) {
                delivery.finish(work.timedOut());
                return;
            }
            if (!deliver(frame, delivery) && rules.disconnectCancels()) {
                return;
            }
        } while (!(frame instanceof StreamOutbox.Done) && !(frame instanceof StreamOutbox.Abandoned));
    }

    /**
     * Until just after the deadline, but no longer than until the next sign of life is due. Past the deadline the
     * answer is on its way, or the call will be found to be late at the next look.
     */
    private Duration patience(Instant deadline) {
        Duration left = Duration.between(engine.clock.instant(), deadline).plus(MOMENT);
        Duration beat = engine.config.keepAlive();
        if (left.compareTo(MOMENT) < 0) {
            return MOMENT;
        }
        return left.compareTo(beat) > 0 ? beat : left;
    }

    /** False if the client is gone. */
    private boolean deliver(StreamOutbox.@Nullable Frame frame, Delivery delivery) {
        if (frame instanceof StreamOutbox.Note note) {
            return delivery.send(note.message());
        }
        if (frame instanceof StreamOutbox.Done done) {
            delivery.finish(done.answer());
        } else if (frame instanceof StreamOutbox.Release) {
            delivery.release();
        } else if (frame instanceof StreamOutbox.Abandoned) {
            abandon(delivery);
        } else {
            return delivery.keepAlive();
        }
        return true;
    }

    /** A legacy client cancelled and wants no answer; a modern one is still there, so it is this server that stops. */
    private void abandon(Delivery delivery) {
        if (rules.disconnectCancels()) {
            delivery.finish(work.busy());
        } else {
            delivery.abandon();
        }
    }
}
