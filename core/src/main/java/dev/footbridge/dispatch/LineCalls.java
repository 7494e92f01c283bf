package dev.footbridge.dispatch;

import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the calls of one conversation, each on its own thread, and sends what comes of them. */
final class LineCalls {

    private final Engine engine;
    private final String conversation;
    private final LineOutbox outbox;

    LineCalls(Engine engine, String conversation, LineOutbox outbox) {
        this.engine = engine;
        this.conversation = conversation;
        this.outbox = outbox;
    }

    void run(Exchange exchange) {
        if (engine.dispatcher.runsAtLength(exchange)) {
            run(Work.of(engine.dispatcher, exchange));
        } else {
            outbox.send(engine.dispatcher.runAtOnce(exchange).message());
        }
    }

    void run(Work work) {
        if (!engine.freeCalls.tryAcquire()) {
            outbox.write(work.busy().message());
            return;
        }
        Cancellation cancellation = new Cancellation();
        work.exchanges()
                .forEach(one -> engine.inFlight.add(conversation, one.request().id(), cancellation));
        engine.parts.threads().newThread(() -> work(work, cancellation)).start();
    }

    private void work(Work work, Cancellation cancellation) {
        AtomicBoolean answered = new AtomicBoolean();
        Watchdog.Watch watch = engine.watchdog.watch(work.deadline(), () -> {
            if (answered.compareAndSet(false, true) && !cancellation.cancelled()) {
                outbox.write(work.timedOut().message());
                cancellation.cancel();
            }
        });
        cancellation.workedBy(Thread.currentThread());
        try {
            StreamOutbox.Done done = work.run(outbox, cancellation);
            // After a cancellation nothing more is sent for the call, not even its answer.
            if (answered.compareAndSet(false, true) && !cancellation.cancelled()) {
                outbox.write(done.message());
            }
        } finally {
            watch.close();
            cancellation.workedBy(null);
            work.exchanges()
                    .forEach(one ->
                            engine.inFlight.remove(conversation, one.request().id(), cancellation));
            engine.freeCalls.release();
        }
    }
}
