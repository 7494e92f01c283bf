package dev.footbridge.oauth;

import dev.footbridge.secret.Secret;
import dev.footbridge.security.Authenticator.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Requests that all wait for the secret which an issuer is asked with, until this is closed. */
final class Crowd implements AutoCloseable {

    private final ThreadLocal<Boolean> waits = ThreadLocal.withInitial(() -> false);
    private final CountDownLatch open = new CountDownLatch(1);
    private final CountDownLatch waiting;
    private final int size;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<Outcome>> requests = new ArrayList<>();

    Crowd(int size) {
        this.size = size;
        this.waiting = new CountDownLatch(size);
    }

    /** Makes nobody wait but the crowd. */
    Secret secret() {
        if (waits.get()) {
            waiting.countDown();
            await(open);
        }
        return Secret.ofText("s");
    }

    /** Returns when all of them wait. */
    void fill(IntFunction<Outcome> request) {
        for (int i = 0; i < size; i++) {
            int number = i;
            requests.add(threads.submit(() -> {
                waits.set(true);
                return request.apply(number);
            }));
        }
        await(waiting);
    }

    List<Outcome> outcomes() throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<Outcome> request : requests) {
            outcomes.add(request.get(20, TimeUnit.SECONDS));
        }
        return outcomes;
    }

    /** For longer than anything in a test takes. */
    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody came");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        open.countDown();
        threads.shutdown();
    }
}
