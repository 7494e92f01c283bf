package dev.footbridge.aws.dynamo;

import dev.footbridge.aws.sigv4.AwsPatience;
import dev.footbridge.limit.LimitItem;
import dev.footbridge.limit.Rate;
import dev.footbridge.limit.Take;
import dev.footbridge.limit.Take.RateTake;
import dev.footbridge.limit.TakeResult.Taken;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** A process that takes from one limit with some threads, and prints what became of it. */
final class LimitHammer {

    static final Rate RATE = new Rate(20, Duration.ofSeconds(1), 10);

    private static final AwsPatience PATIENCE = new AwsPatience(Duration.ofSeconds(10), Duration.ofSeconds(25));
    private static final long PAUSE_NANOS = 5_000_000;

    private LimitHammer() {}

    /**
     * Waits for a byte on standard input, so that two processes begin together.
     *
     * @param args address, table, threads, milliseconds
     */
    public static void main(String[] args) throws Exception {
        DynamoLimitStore store = Emulator.limits(args[0], args[1], PATIENCE);
        System.out.println("ready");
        if (System.in.read() < 0) {
            throw new IOException("Nobody said go");
        }
        Instant start = Instant.now();
        Instant end = start.plusMillis(Long.parseLong(args[3]));
        int threads = Integer.parseInt(args[2]);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<Integer>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(pool.submit(() -> passed(store, end)));
        }
        int passed = 0;
        for (Future<Integer> future : running) {
            passed += future.get();
        }
        pool.shutdown();
        System.out.println(passed + " " + start + " " + Instant.now());
    }

    private static int passed(DynamoLimitStore store, Instant end) {
        int passed = 0;
        while (Instant.now().isBefore(end)) {
            Take take = new Take(
                    new LimitItem("tenant", "caller"),
                    List.of(new RateTake("r", RATE)),
                    List.of(),
                    Optional.empty(),
                    Instant.now());
            passed += store.take(take) instanceof Taken ? 1 : 0;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return passed;
    }
}
