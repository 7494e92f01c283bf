package dev.footbridge.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Runs the calls of one conversation, each on its own thread, and sends what comes of them. */
final class LineCalls {

    private final Engine engine;
    private final String conversation;
    private final LineOutbox outbox;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition allAnswered = lock.newCondition();
    private int running;

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
        count(1);
        if (!engine.workers.start(conversation, work, cancellation, () -> work(work, cancellation))) {
            count(-1);
            outbox.send(work.busy().message());
        }
    }

    /** Waits until nothing runs, but not for ever. */
    void awaitAnswers(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (running > 0 && left > 0) {
                left = allAnswered.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void count(int change) {
        lock.lock();
        try {
            running += change;
            if (running == 0) {
                allAnswered.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whoever ends the call first answers it; a call that the client cancelled is not answered at all. */
    private void work(Work work, Cancellation cancellation) {
        Instant deadline = work.deadline();
        Watchdog.Watch watch = engine.watchdog.watch(deadline, () -> {
            if (cancellation.expire()) {
                outbox.send(work.timedOut().message());
            }
        });
        try {
            Answer answer = work.run(outbox, cancellation, deadline);
            if (cancellation.finish()) {
                outbox.send(answer.message());
            }
        } finally {
            watch.close();
            count(-1);
        }
    }
}
