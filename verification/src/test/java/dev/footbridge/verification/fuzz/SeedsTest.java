package dev.footbridge.verification.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of any bytes holds of the seeds; {@code verification/fuzz} goes on from there. */
final class SeedsTest {

    private static final Map<String, Consumer<byte[]>> TARGETS = Map.of(
            "reader", ReaderTarget::fuzzerTestOneInput,
            "headers", HeadersTarget::fuzzerTestOneInput,
            "sealer", SealerTarget::fuzzerTestOneInput,
            "policy", PolicyTarget::fuzzerTestOneInput);

    @ParameterizedTest
    @ValueSource(strings = {"touch", "touch-base64", "regional", "regional-base64", "origin"})
    void theCallsAmongThemReachTheirTool(String seed) {
        List<Path> seeds =
                Seeds.of("headers").stream().filter(file -> file.endsWith(seed)).toList();
        assertThat(seeds).hasSize(1);

        HeadersTarget.fuzzerTestOneInput(Seeds.bytes(seeds.get(0)));

        assertThat(HeadersTarget.lastRuns()).isEqualTo(1);
    }

    @TestFactory
    Stream<DynamicTest> everySeed() {
        return TARGETS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(target -> Seeds.of(target.getKey()).stream()
                        .map(seed -> DynamicTest.dynamicTest(
                                target.getKey() + "/" + seed.getFileName(),
                                () -> assertThatCode(() -> target.getValue().accept(Seeds.bytes(seed)))
                                        .doesNotThrowAnyException())));
    }
}
