package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.call.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that come at once with a token that has to be verified. */
@Timeout(30)
final class SharedVerificationTest {

    private static final VerifiedToken GOOD = new VerifiedToken(Caller.ANONYMOUS, "", "");

    private final SharedVerification shared = new SharedVerification();
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger verified = new AtomicInteger();

    @AfterEach
    void end() {
        open.countDown();
    }

    private VerifiedToken slowly() {
        verified.incrementAndGet();
        Crowd.await(open);
        return GOOD;
    }

    private CallOfOne<VerifiedToken> call(Callable<VerifiedToken> verification) throws Exception {
        return new CallOfOne<>(() -> shared.verify("token", verification)).untilItWaits();
    }

    /** One that is verifying, and behind it seven that wait for it. */
    private List<CallOfOne<VerifiedToken>> eight(Callable<VerifiedToken> verification) throws Exception {
        List<CallOfOne<VerifiedToken>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(call(verification));
        }
        return calls;
    }

    @Test
    void theyAreAnsweredByOneVerification() throws Exception {
        List<CallOfOne<VerifiedToken>> calls = eight(this::slowly);
        open.countDown();

        for (CallOfOne<VerifiedToken> call : calls) {
            assertThat(call.outcome()).isSameAs(GOOD);
        }
        assertThat(verified).hasValue(1);
    }

    @Test
    void aRefusalIsThatOfAll() throws Exception {
        List<CallOfOne<VerifiedToken>> calls = eight(() -> {
            slowly();
            throw TokenException.invalid("The token was made up.");
        });
        open.countDown();

        for (CallOfOne<VerifiedToken> call : calls) {
            assertThatThrownBy(call::outcome).hasRootCauseMessage("The token was made up.");
        }
        assertThat(verified).hasValue(1);
    }

    @Test
    void whatIsBrokenIsBrokenForAllAndTheNextCallTriesAgain() throws Exception {
        List<CallOfOne<VerifiedToken>> calls = eight(() -> {
            slowly();
            throw new IllegalArgumentException("a bug");
        });
        open.countDown();

        for (CallOfOne<VerifiedToken> call : calls) {
            assertThatThrownBy(call::outcome)
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("a bug");
        }
        assertThat(shared.verify("token", () -> GOOD)).isSameAs(GOOD);
    }

    @Test
    void anotherTokenDoesNotWait() throws Exception {
        eight(this::slowly);

        assertThat(shared.verify("another", () -> GOOD)).isSameAs(GOOD);
    }

    @Test
    void oneThatIsInterruptedIsToldToComeBackAndTheOthersAreNot() throws Exception {
        List<CallOfOne<VerifiedToken>> calls = eight(this::slowly);
        CallOfOne<VerifiedToken> stopped = call(this::slowly);
        stopped.interrupt();

        assertThatThrownBy(stopped::outcome)
                .hasRootCauseMessage(TokenException.unavailable().sentence());
        assertThat(stopped.wasInterrupted()).as("its thread is told too").isTrue();
        open.countDown();
        for (CallOfOne<VerifiedToken> call : calls) {
            assertThat(call.outcome()).isSameAs(GOOD);
        }
    }

    @Test
    void oneThatComesToNoEndIsForgotten() throws Exception {
        SharedVerification brief = new SharedVerification(Duration.ofMillis(50));
        new CallOfOne<>(() -> brief.verify("token", this::slowly)).untilItWaits();

        assertThatThrownBy(() -> brief.verify("token", () -> GOOD))
                .hasMessage(TokenException.unavailable().sentence());
        assertThat(brief.verify("token", () -> GOOD)).isSameAs(GOOD);
    }
}
