package dev.footbridge.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two Java machines take from one limit in one table, above it (issue: the burst and the rate are never exceeded). */
final class TwoInstancesTest {

    @Test
    void togetherTheyNeverGetMoreThanTheBurstAndTheRate() throws Exception {
        try (FakeDynamo dynamo = new FakeDynamo()) {
            assertThat(hammer(dynamo.address(), "table", 6)).isGreaterThan(30);
        }
    }

    @ParameterizedTest
    @EnumSource(Emulator.class)
    void togetherTheyNeverGetMoreAtAnEmulator(Emulator emulator) throws Exception {
        assertThat(hammer(emulator.address(), emulator.newTable(), 3)).isPositive();
    }

    private static int hammer(String address, String table, int threads) throws Exception {
        List<Process> processes = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                processes.add(start(address, table, threads));
            }
            List<BufferedReader> readers =
                    processes.stream().map(TwoInstancesTest::reader).toList();
            for (BufferedReader reader : readers) {
                assertThat(reader.readLine()).isEqualTo("ready");
            }
            for (Process process : processes) {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
            }
            return sum(readers.get(0).readLine(), readers.get(1).readLine());
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    private static int sum(String one, String other) {
        String[] first = one.split(" ", -1);
        String[] second = other.split(" ", -1);
        int passed = Integer.parseInt(first[0]) + Integer.parseInt(second[0]);
        Instant start = Stream.of(first[1], second[1])
                .map(Instant::parse)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant end = Stream.of(first[2], second[2])
                .map(Instant::parse)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        long most = LimitHammer.RATE.burst()
                + LimitHammer.RATE.count() * Duration.between(start, end).toNanos() / 1_000_000_000;
        assertThat(passed).isLessThanOrEqualTo((int) most);
        return passed;
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Process start(String address, String table, int threads) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LimitHammer.class.getName(),
                        address,
                        table,
                        Integer.toString(threads),
                        "3000")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
