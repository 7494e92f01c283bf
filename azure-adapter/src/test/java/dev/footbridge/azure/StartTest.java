package dev.footbridge.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.log.Log;
import dev.footbridge.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class StartTest {

    private final TestClock clock = TestClock.fixed();
    private final AtomicInteger tries = new AtomicInteger();
    private final List<String> lines = new ArrayList<>();
    private final Log log = (level, id, message, cause) -> lines.add(level + " " + message);

    @Test
    void whatIsWrongIsSaidInOneLineAndNotForEveryCall() {
        Start<FunctionsServer> start = new Start<>(this::fails, clock, log);

        for (int call = 0; call < 5; call++) {
            assertThat(start.server()).isEmpty();
        }

        assertThat(tries).hasValue(1);
        assertThat(lines).containsExactly("ERROR not set up: FOOTBRIDGE_AUTH is missing");
    }

    @Test
    void laterItIsTriedAgain() {
        Start<FunctionsServer> start = new Start<>(this::fails, clock, log);
        start.server();

        clock.advance(Duration.ofSeconds(20));
        start.server();

        assertThat(tries).hasValue(2);
    }

    @Test
    void callsDoNotWaitForEachOthersTry() throws Exception {
        CountDownLatch trying = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        Start<FunctionsServer> start = new Start<>(
                () -> {
                    trying.countDown();
                    await(free);
                    throw new IllegalStateException("nothing");
                },
                clock,
                log);
        Thread first = new Thread(start::server);
        first.start();
        await(trying);

        assertThat(start.server()).isEmpty();

        free.countDown();
        first.join();
        assertThat(lines).containsExactly("ERROR not set up");
    }

    @Test
    void aJarThatIsMissingIsSaidAndTriedAgainNoMoreOftenThanAnythingElse() {
        Start<FunctionsServer> start = new Start<>(
                () -> {
                    tries.incrementAndGet();
                    throw new NoClassDefFoundError("com/example/Needed");
                },
                clock,
                log);

        assertThat(start.server()).isEmpty();
        assertThat(start.server()).isEmpty();

        assertThat(tries).hasValue(1);
        assertThat(lines).containsExactly("ERROR not set up");
    }

    private FunctionsServer fails() {
        tries.incrementAndGet();
        throw new IllegalArgumentException("FOOTBRIDGE_AUTH is missing");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
