package dev.footbridge.dispatch;

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
        Cancellation cancellation = new Cancellation(engine.log);
        if (!engine.workers.start(conversation, work, cancellation, () -> work(work, cancellation))) {
            outbox.write(work.busy().message());
        }
    }

    /** Whoever ends the call first answers it; a call that the client cancelled is not answered at all. */
    private void work(Work work, Cancellation cancellation) {
        Watchdog.Watch watch = engine.watchdog.watch(work.deadline(), () -> {
            if (cancellation.cancel()) {
                outbox.write(work.timedOut().message());
            }
        });
        try {
            StreamOutbox.Done done = work.run(outbox, cancellation);
            if (cancellation.finish()) {
                outbox.write(done.message());
            }
        } finally {
            watch.close();
        }
    }
}
