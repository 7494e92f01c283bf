package dev.footbridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.limit.Rate;
import dev.footbridge.limit.StateLimitStore;
import dev.footbridge.limit.UsageRow;
import dev.footbridge.state.FileStateStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two Java machines call as one caller through one store (issue: atomic across instances; writes per decision). */
final class TwoProcessesTest {

    private static final Rate RATE = Hammer.RATE;

    @TempDir
    private Path folder;

    @Test
    void aboveTheLimitNeverMoreThanBurstAndRatePassAndHardlyAnythingIsWritten() throws Exception {
        Sum sum = hammer(10, 0, 3000);

        assertThat(sum.passed()).isLessThanOrEqualTo(most(sum.time()));
        assertThat(sum.passed()).isGreaterThanOrEqualTo(RATE.burst() + 50);
        assertThat(sum.asked()).isGreaterThan(20 * sum.passed());
        assertThat(sum.writesPerDecision()).isLessThan(0.1);
        assertNothingIsUncounted(sum);
    }

    @Test
    void belowTheLimitADecisionIsHardlyMoreThanOneWrite() throws Exception {
        Sum sum = hammer(2, 10, 4000);

        assertThat(sum.passed()).isLessThanOrEqualTo(most(sum.time()));
        assertThat(sum.passed()).isGreaterThan(sum.asked() * 8 / 10);
        assertThat(sum.writesPerDecision()).isLessThanOrEqualTo(1.5);
        assertNothingIsUncounted(sum);
    }

    private void assertNothingIsUncounted(Sum sum) {
        LocalDate day = LocalDate.ofInstant(sum.start(), ZoneOffset.UTC);
        StateLimitStore store = new StateLimitStore(new FileStateStore(folder, InstantSource.system()));

        assertThat(sum.degraded()).isZero();
        assertThat(store.usage(day, day.plusDays(1)).stream()
                        .mapToLong(UsageRow::calls)
                        .sum())
                .isEqualTo(sum.passed());
    }

    private static long most(Duration time) {
        return RATE.burst() + RATE.count() * time.toNanos() / RATE.period().toNanos();
    }

    private Sum hammer(int threads, double perSecond, int millis) throws Exception {
        List<Process> processes = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                processes.add(start(threads, perSecond, millis));
            }
            for (Process process : processes) {
                assertThat(line(process)).isEqualTo("ready");
            }
            for (Process process : processes) {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
            }
            return Sum.of(line(processes.get(0))).plus(Sum.of(line(processes.get(1))));
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    private Process start(int threads, double perSecond, int millis) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hammer.class.getName(),
                        folder.toString(),
                        Integer.toString(threads),
                        Double.toString(perSecond),
                        Integer.toString(millis))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String line(Process process) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = process.getInputStream().read();
                c >= 0 && c != '\n';
                c = process.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    /** What became of the calls of one or two processes. */
    private record Sum(long asked, long passed, long degraded, long writes, Instant start, Instant end) {

        static Sum of(String line) {
            String[] parts = line.split(" ", -1);
            return new Sum(
                    Long.parseLong(parts[0]),
                    Long.parseLong(parts[1]),
                    Long.parseLong(parts[2]),
                    Long.parseLong(parts[3]),
                    Instant.parse(parts[4]),
                    Instant.parse(parts[5]));
        }

        Sum plus(Sum other) {
            return new Sum(
                    asked + other.asked,
                    passed + other.passed,
                    degraded + other.degraded,
                    writes + other.writes,
                    start.isBefore(other.start) ? start : other.start,
                    end.isAfter(other.end) ? end : other.end);
        }

        Duration time() {
            return Duration.between(start, end);
        }

        double writesPerDecision() {
            return (double) writes / asked;
        }
    }
}
