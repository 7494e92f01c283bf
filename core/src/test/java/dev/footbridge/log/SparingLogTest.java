package dev.footbridge.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SparingLogTest {

    private final List<String> lines = new ArrayList<>();
    private Instant now = Instant.parse("2026-07-28T12:00:00Z");
    private final SparingLog log = new SparingLog(
            (level, requestId, message, cause) ->
                    lines.add(requestId + " " + message + (cause == null ? "" : ": " + cause.getMessage())),
            () -> now,
            Duration.ofMinutes(1));

    @Test
    void aSentenceIsSaidOnceAndItsRepetitionsAreCounted() {
        log.warn("r1", "no");
        log.warn("r2", "no");
        log.warn("r3", "no");
        log.warn("r4", "never");
        now = now.plus(Duration.ofMinutes(1));
        log.warn("r5", "no");

        assertThat(lines).containsExactly("r1 no", "r4 never", "- 2 more like it: no", "r5 no");
    }

    @Test
    void anErrorHasItsCauseOnce() {
        log.error("r1", "broken", new IllegalStateException("first"));
        log.error("r2", "broken", new IllegalStateException("second"));
        now = now.plus(Duration.ofMinutes(1));
        log.error("r3", "broken", new IllegalStateException("third"));

        assertThat(lines).containsExactly("r1 broken: first", "- 1 more like it: broken", "r3 broken: third");
    }

    @Test
    void sentencesBeyondTheTwentiethAreSaidToBeThere() {
        for (int i = 0; i < 100; i++) {
            log.warn("r", "no " + i);
        }
        log.warn("r", "no 3");

        assertThat(lines).hasSize(SparingLog.SENTENCES + 1);
        assertThat(lines.get(SparingLog.SENTENCES)).contains("not listed");

        now = now.plus(Duration.ofMinutes(1));
        log.warn("r", "no 99");

        assertThat(lines).endsWith("- 1 more like it: no 3", "r no 99");
    }

    @Test
    void aLongSentenceIsCut() {
        log.warn("r", "x".repeat(1000));

        assertThat(lines).singleElement().asString().hasSizeLessThan(310).endsWith("…");
    }
}
