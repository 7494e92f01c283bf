package dev.footbridge.dispatch;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs a call on the thread that waits for its answer. Most calls are quick and say nothing else, and waking another
 * thread twice costs more than they do. Another one begins to write when there is something to write before the answer:
 * a message, a sign of life, the end of the time there is.
 */
final class CallHere {

    private final Engine engine;
    private final Work work;
    private final StreamRules rules;
    private final Delivery delivery;
    private final Cancellation cancellation;
    private final StreamOutbox outbox;
    private final Pump pump;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Thread writer;
    private boolean over;
    private boolean stranded;
    private @Nullable Answer answer;

    CallHere(Engine engine, Work work, StreamRules rules, Delivery delivery) {
        this.engine = engine;
        this.work = work;
        this.rules = rules;
        this.delivery = delivery;
        this.cancellation = new Cancellation(engine.log);
        this.outbox = new StreamOutbox(rules.accept().stream(), () -> write(false));
        this.pump = new Pump(engine, work, rules, outbox, delivery, cancellation, work.deadline());
        cancellation.onCancel(outbox::abandon);
    }

    void run() {
        Watchdog.Watch watch = engine.watchdog.watch(engine.clock.instant().plus(pump.patience()), () -> write(true));
        try {
            if (!engine.workers.runHere(rules.scope(), work, cancellation, this::work)) {
                answer = work.busy();
            }
        } finally {
            watch.close();
            // Whoever gave the call up interrupted its thread, which is to write now.
            boolean interrupted = Thread.interrupted();
            end();
            if (interrupted && !cancellation.cancelled()) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work() {
        Answer worked = work.run(outbox, cancellation, pump.deadline());
        if (cancellation.finish()) {
            answer = worked;
        }
    }

    /** Another thread writes from now on. Without one the call is given up, as it is without one to run on. */
    private void write(boolean due) {
        if (!hasWriter(due)) {
            cancellation.cancel();
        }
    }

    /** False if there is no thread for it, which is said once. */
    private boolean hasWriter(boolean due) {
        lock.lock();
        try {
            if (over || stranded || writer != null) {
                return true;
            }
            Thread thread = engine.parts.threads().newThread(() -> pump.run(due));
            thread.start();
            writer = thread;
            return true;
        } catch (RuntimeException | OutOfMemoryError noThread) {
            engine.log.error("-", "what a call says got no thread", noThread);
            stranded = true;
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        Thread other = writer();
        if (other == null) {
            try {
                finish();
            } finally {
                cancellation.cancel();
                outbox.close();
                delivery.close();
            }
            return;
        }
        if (answer != null) {
            outbox.finish(answer);
        } else {
            cancellation.cancel();
        }
        awaitEnd(other);
    }

    /** Null if there is none; then there will be none. */
    private @Nullable Thread writer() {
        lock.lock();
        try {
            over = true;
            return writer;
        } finally {
            lock.unlock();
        }
    }

    /** Says nothing after a bug, which whoever asked for the answer will hear of. */
    private void finish() {
        if (answer != null) {
            delivery.finish(answer);
        } else if (stranded) {
            delivery.finish(work.stopped());
        } else if (cancellation.cancelled()) {
            pump.abandon();
        }
    }

    /** The reply is the writer's until then, whoever interrupts. */
    private static void awaitEnd(Thread writer) {
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException stopping) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
