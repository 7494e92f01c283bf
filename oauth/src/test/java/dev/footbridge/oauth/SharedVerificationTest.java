package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.call.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that come at once with a token that has to be verified. */
@Timeout(30)
final class SharedVerificationTest {

    private static final VerifiedToken GOOD = new VerifiedToken(Caller.ANONYMOUS, "", "");

    private final SharedVerification shared = new SharedVerification();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger verified = new AtomicInteger();

    private VerifiedToken slowly() {
        verified.incrementAndGet();
        begun.countDown();
        await(open);
        return GOOD;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** One that is verifying, and behind it seven that wait for it. */
    private List<FutureTask<VerifiedToken>> eight(SharedVerification.Verification verification) throws Exception {
        List<FutureTask<VerifiedToken>> calls = new ArrayList<>();
        calls.add(started(verification).call());
        await(begun);
        for (int i = 0; i < 7; i++) {
            Running behind = started(verification);
            behind.untilItWaits();
            calls.add(behind.call());
        }
        return calls;
    }

    private Running started(SharedVerification.Verification verification) {
        return started(() -> shared.verify("token", verification), new AtomicBoolean());
    }

    private static Running started(Callable<VerifiedToken> work, AtomicBoolean interrupted) {
        FutureTask<VerifiedToken> call = new FutureTask<>(work);
        Thread thread = new Thread(
                () -> {
                    call.run();
                    interrupted.set(Thread.interrupted());
                },
                "call");
        thread.setDaemon(true);
        thread.start();
        return new Running(call, thread);
    }

    private record Running(FutureTask<VerifiedToken> call, Thread thread) {

        void untilItWaits() throws InterruptedException {
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.sleep(1);
            }
        }
    }

    @Test
    void theyAreAnsweredByOneVerification() throws Exception {
        List<FutureTask<VerifiedToken>> calls = eight(this::slowly);
        open.countDown();

        for (FutureTask<VerifiedToken> call : calls) {
            assertThat(call.get()).isSameAs(GOOD);
        }
        assertThat(verified).hasValue(1);
    }

    @Test
    void aRefusalIsThatOfAll() throws Exception {
        List<FutureTask<VerifiedToken>> calls = eight(() -> {
            slowly();
            throw TokenException.invalid("The token was made up.");
        });
        open.countDown();

        for (FutureTask<VerifiedToken> call : calls) {
            assertThatThrownBy(call::get).hasRootCauseMessage("The token was made up.");
        }
        assertThat(verified).hasValue(1);
    }

    @Test
    void whatIsBrokenIsBrokenForAllAndTheNextCallTriesAgain() throws Exception {
        List<FutureTask<VerifiedToken>> calls = eight(() -> {
            slowly();
            throw new IllegalArgumentException("a bug");
        });
        open.countDown();

        for (FutureTask<VerifiedToken> call : calls) {
            assertThatThrownBy(call::get)
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("a bug");
        }
        assertThat(shared.verify("token", () -> GOOD)).isSameAs(GOOD);
    }

    @Test
    void anotherTokenDoesNotWait() throws Exception {
        eight(this::slowly);

        assertThat(shared.verify("another", () -> GOOD)).isSameAs(GOOD);
        open.countDown();
    }

    @Test
    void oneThatIsInterruptedIsToldToComeBackAndTheOthersAreNot() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        List<FutureTask<VerifiedToken>> calls = eight(this::slowly);
        Running stopped = started(() -> shared.verify("token", () -> GOOD), interrupted);
        stopped.untilItWaits();
        stopped.thread().interrupt();

        assertThatThrownBy(stopped.call()::get)
                .hasRootCauseMessage(TokenException.unavailable().sentence());
        stopped.thread().join();
        assertThat(interrupted).as("whoever runs the thread is told too").isTrue();
        open.countDown();
        for (FutureTask<VerifiedToken> call : calls) {
            assertThat(call.get()).isSameAs(GOOD);
        }
    }

    @Test
    void oneThatComesToNoEndIsForgotten() throws Exception {
        SharedVerification brief = new SharedVerification(Duration.ofMillis(50));
        started(() -> brief.verify("token", this::slowly), new AtomicBoolean());
        await(begun);

        assertThatThrownBy(() -> brief.verify("token", () -> GOOD))
                .hasMessage(TokenException.unavailable().sentence());
        assertThat(brief.verify("token", () -> GOOD)).isSameAs(GOOD);
        open.countDown();
    }
}
