package dev.footbridge.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footbridge.call.Caller;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LoopBreakerTest {

    private static final Caller ANN = new Caller("t", "issuer", "ann", Set.of());
    private static final Caller BOB = new Caller("t", "issuer", "bob", Set.of());

    private final StillClock clock = new StillClock();
    private final LoopBreaker breaker = new LoopBreaker(3, Duration.ofMinutes(1), clock);

    @Test
    void theSameCallStopsAfterSoManyTimes() {
        for (int i = 0; i < 3; i++) {
            assertThat(breaker.check(ANN, "find", "d1")).isEmpty();
        }

        for (int i = 0; i < 20; i++) {
            assertThat(breaker.check(ANN, "find", "d1"))
                    .hasValueSatisfying(text -> assertThat(text)
                            .contains("find", "same arguments 3 times within 60 seconds", "again in 60 seconds"));
        }
    }

    @Test
    void anotherCallerToolOrArgumentIsAnotherCall() {
        for (int i = 0; i < 3; i++) {
            breaker.check(ANN, "find", "d1");
        }

        assertThat(breaker.check(BOB, "find", "d1")).isEmpty();
        assertThat(breaker.check(ANN, "list", "d1")).isEmpty();
        assertThat(breaker.check(ANN, "find", "d2")).isEmpty();
        assertThat(breaker.check(ANN, "find", "d1")).isPresent();
    }

    @Test
    void theStretchOfTimeSlides() {
        for (int i = 0; i < 3; i++) {
            breaker.check(ANN, "find", "d1");
            clock.advance(Duration.ofSeconds(20));
        }

        assertThat(breaker.check(ANN, "find", "d1")).isEmpty();
        assertThat(breaker.check(ANN, "find", "d1")).isPresent();
        clock.advance(Duration.ofSeconds(20));
        assertThat(breaker.check(ANN, "find", "d1")).isEmpty();
    }

    @Test
    void whatWasCalledLongAgoIsForgottenFirst() {
        for (int i = 0; i < 3; i++) {
            breaker.check(ANN, "find", "old");
        }
        for (int i = 0; i < 10_000; i++) {
            breaker.check(ANN, "find", "d" + i);
        }

        assertThat(breaker.check(ANN, "find", "old")).isEmpty();
    }

    @Test
    void aLoopHasASensibleLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LoopBreaker(0, Duration.ofMinutes(1), clock));
        assertThatIllegalArgumentException().isThrownBy(() -> new LoopBreaker(1001, Duration.ofMinutes(1), clock));
    }
}
