package dev.footbridge.dispatch;

import dev.footbridge.http.LateBody;
import java.time.Instant;

/**
 * Runs one call, or a batch of them, on a thread of its own while the adapter's thread writes what it says. Where the
 * adapter lends its thread, the call runs on that.
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
        Delivery delivery = new Delivery(reply, rules, engine.log);
        if (reply.lendsThread()) {
            new CallHere(engine, work, rules, delivery).run();
        } else {
            elsewhere(delivery);
        }
    }

    private void elsewhere(Delivery delivery) {
        StreamOutbox outbox = new StreamOutbox(rules.accept().stream(), LateCall::writingAnyway);
        Cancellation cancellation = new Cancellation(engine.log);
        cancellation.onCancel(outbox::abandon);
        Pump pump = new Pump(engine, work, rules, outbox, delivery, cancellation, work.deadline());
        if (engine.workers.start(
                rules.scope(), work, cancellation, () -> work(outbox, cancellation, pump.deadline()))) {
            pump.run(false);
        } else {
            delivery.finish(work.busy());
        }
    }

    private static void writingAnyway() {}

    private void work(StreamOutbox outbox, Cancellation cancellation, Instant deadline) {
        Answer answer = work.run(outbox, cancellation, deadline);
        if (cancellation.finish()) {
            outbox.finish(answer);
        }
    }
}
