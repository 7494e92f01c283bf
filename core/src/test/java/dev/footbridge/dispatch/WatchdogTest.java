package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.log.Log;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WatchdogTest {

    private final InstantSource clock = InstantSource.system();
    private final CountDownLatch looked = new CountDownLatch(1);
    private final Watchdog watchdog = new Watchdog(this::now, Log.none());

    private Instant now() {
        looked.countDown();
        return clock.instant();
    }

    @AfterEach
    void close() {
        watchdog.close();
    }

    @Test
    void anEndThatComesBeforeAllOthersIsNotMissed() throws Exception {
        CountDownLatch due = new CountDownLatch(1);
        watchdog.watch(inMillis(60_000), () -> {});
        assertThat(looked.await(5, TimeUnit.SECONDS)).isTrue();

        watchdog.watch(inMillis(10), due::countDown);

        assertThat(due.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatIsOverIsNotDue() throws Exception {
        AtomicInteger done = new AtomicInteger();
        CountDownLatch due = new CountDownLatch(1);
        try (Watchdog.Watch watch = watchdog.watch(inMillis(20), done::incrementAndGet)) {
            assertThat(watch).isNotNull();
        }

        watchdog.watch(inMillis(40), due::countDown);

        assertThat(due.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(done).hasValue(0);
    }

    @Test
    void anActionThatFailsKeepsNoOtherFromBeingDone() throws Exception {
        CountDownLatch due = new CountDownLatch(1);
        watchdog.watch(inMillis(1), () -> {
            throw new IllegalStateException("a bug");
        });

        watchdog.watch(inMillis(10), due::countDown);

        assertThat(due.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nothingIsDueAfterTheEnd() throws Exception {
        AtomicInteger done = new AtomicInteger();
        watchdog.watch(inMillis(30), done::incrementAndGet);

        watchdog.close();
        watchdog.watch(inMillis(0), done::incrementAndGet);

        Thread.sleep(100);
        assertThat(done).hasValue(0);
    }

    private Instant inMillis(long millis) {
        return clock.instant().plusMillis(millis);
    }
}
