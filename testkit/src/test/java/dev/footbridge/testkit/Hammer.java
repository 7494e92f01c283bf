package dev.footbridge.testkit;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.limit.Admission;
import dev.footbridge.limit.Admission.Admitted;
import dev.footbridge.limit.LimitRule;
import dev.footbridge.limit.Limiter;
import dev.footbridge.limit.Rate;
import dev.footbridge.limit.StateLimitStore;
import dev.footbridge.log.Log;
import dev.footbridge.state.FileStateStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that calls one tool as one caller, and prints what became of it. */
final class Hammer {

    static final Rate RATE = new Rate(50, Duration.ofSeconds(1), 20);
    private static final Caller CALLER =
            Caller.named("issuer", "subject", AuthMethod.API_KEY).build();

    private final InstantSource clock = InstantSource.system();
    private final CountedStore store;
    private final Limiter limiter;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicInteger degraded = new AtomicInteger();

    private Hammer(Path folder) {
        store = new CountedStore(new FileStateStore(folder, clock));
        LimitRule rule = LimitRule.of("all", LimitRule.Per.CALLER).rate(RATE);
        limiter = new Limiter(List.of(rule), new StateLimitStore(store), true, clock, Log.none());
    }

    /**
     * Waits for a line on standard input, so that two processes begin together.
     *
     * @param args folder of the store, threads, calls per second of each thread or 0 for as many as possible,
     *     milliseconds
     */
    public static void main(String[] args) throws Exception {
        Hammer hammer = new Hammer(Path.of(args[0]));
        System.out.println("ready");
        awaitLine();
        Instant start = hammer.clock.instant();
        hammer.run(Integer.parseInt(args[1]), Double.parseDouble(args[2]), Duration.ofMillis(Long.parseLong(args[3])));
        System.out.println(hammer.asked + " " + hammer.passed + " " + hammer.degraded + " " + hammer.store.writes()
                + " " + start + " " + hammer.clock.instant());
    }

    private static void awaitLine() throws IOException {
        if (System.in.read() < 0) {
            throw new IOException("Nobody said go");
        }
    }

    private void run(int threads, double perSecond, Duration time) throws Exception {
        Instant end = clock.instant().plus(time);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<Boolean>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(pool.submit(calls(new Random(ProcessHandle.current().pid() + i), perSecond, end)));
        }
        for (Future<Boolean> future : running) {
            future.get();
        }
        pool.shutdown();
    }

    private Callable<Boolean> calls(Random random, double perSecond, Instant end) {
        return () -> {
            while (clock.instant().isBefore(end)) {
                if (perSecond > 0) {
                    Thread.sleep((long) (-1000 * Math.log(1 - random.nextDouble()) / perSecond));
                }
                count(limiter.admit(CALLER, "tool", Optional.empty(), 1));
            }
            return true;
        };
    }

    private void count(Admission admission) {
        asked.incrementAndGet();
        if (admission instanceof Admitted admitted) {
            passed.incrementAndGet();
            degraded.addAndGet(admitted.degraded() ? 1 : 0);
            admitted.close();
        }
    }
}
