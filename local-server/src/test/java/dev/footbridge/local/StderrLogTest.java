package dev.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.log.Log;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StderrLogTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void eventIsOneLineWhateverItsTextHolds() {
        log(false)
                .write(
                        Log.Level.WARN,
                        "r7",
                        "first\r\nsecond\u2028third\u0085fourth",
                        new IllegalStateException("why\nnot"));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z WARN  r7 first second third fourth"
                        + " \\(java\\.lang\\.IllegalStateException: why not( at [^)]+\\))?\\)\\R");
    }

    @Test
    void stackTraceIsShownOnlyWhenAskedFor() {
        log(false).error("r1", "quiet", new IllegalStateException());
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("\tat ");

        log(true).error("r1", "loud", new IllegalStateException());
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\tat ");
    }

    @Test
    void lineWithoutATimeIsBetterThanNone() {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Log log = new StderrLog(print, false, () -> {
            throw new NoClassDefFoundError("java.time.zone.ZoneRulesProvider");
        });

        log.error("r1", "no memory\nat all", null);

        assertThat(out.toString(StandardCharsets.UTF_8)).matches("ERROR r1 no memory at all\\R");
    }

    private Log log(boolean verbose) {
        return new StderrLog(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                verbose,
                () -> Instant.parse("2026-07-28T12:00:00Z"));
    }
}
