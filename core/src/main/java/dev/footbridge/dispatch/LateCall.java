package dev.footbridge.dispatch;

import dev.footbridge.http.LateBody;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs one call, or a batch of them, on a thread of its own while the adapter's thread writes what it says, shows signs
 * of life, watches the clock, and notices when the client has gone.
 */
final class LateCall implements LateBody {

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
        Delivery delivery = new Delivery(reply, rules);
        if (!engine.freeCalls.tryAcquire()) {
            StreamOutbox.Done busy = work.busy();
            delivery.finish(busy.message(), busy.status());
            return;
        }
        StreamOutbox outbox = new StreamOutbox(rules.accept().stream());
        Cancellation cancellation = new Cancellation();
        cancellation.onCancel(outbox::abandon);
        work.exchanges()
                .forEach(one -> engine.inFlight.add(rules.scope(), one.request().id(), cancellation));
        engine.parts.threads().newThread(() -> work(outbox, cancellation)).start();
        try {
            pump(outbox, delivery, cancellation);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            cancellation.cancel();
            delivery.abandon();
        } finally {
            outbox.close();
        }
    }

    private void work(StreamOutbox outbox, Cancellation cancellation) {
        cancellation.workedBy(Thread.currentThread());
        try {
            outbox.finish(work.run(outbox, cancellation));
        } finally {
            cancellation.workedBy(null);
            List<Exchange> done = work.exchanges();
            done.forEach(
                    one -> engine.inFlight.remove(rules.scope(), one.request().id(), cancellation));
            engine.freeCalls.release();
        }
    }

    private void pump(StreamOutbox outbox, Delivery delivery, Cancellation cancellation) throws InterruptedException {
        Instant deadline = work.deadline();
        while (true) {
            Duration left = Duration.between(engine.clock.instant(), deadline);
            Duration beat = engine.config.keepAlive();
            StreamOutbox.Frame frame = outbox.next(left.compareTo(beat) < 0 ? left : beat);
            if (frame == null && !engine.clock.instant().isBefore(deadline)) {
                StreamOutbox.Done timedOut = work.timedOut();
                delivery.finish(timedOut.message(), timedOut.status());
                outbox.close();
                cancellation.cancel();
                return;
            }
            if (!deliver(frame, delivery)) {
                if (rules.disconnectCancels()) {
                    cancellation.cancel();
                    return;
                }
            }
            if (frame instanceof StreamOutbox.Done || frame instanceof StreamOutbox.Abandoned) {
                return;
            }
        }
    }

    /** False if the client is gone. */
    private boolean deliver(StreamOutbox.@Nullable Frame frame, Delivery delivery) {
        if (frame instanceof StreamOutbox.Note note) {
            return delivery.send(note.message());
        }
        if (frame instanceof StreamOutbox.Done done) {
            delivery.finish(done.message(), done.status());
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
            StreamOutbox.Done busy = work.busy();
            delivery.finish(busy.message(), busy.status());
        } else {
            delivery.abandon();
        }
    }
}
