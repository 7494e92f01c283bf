package dev.footbridge.closures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.footbridge.closures.sample.Adapted;
import dev.footbridge.closures.sample.Captures;
import dev.footbridge.closures.sample.Homes;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ClosuresTest {

    @TempDir
    private Path folder;

    private Rewritten rewritten;

    @BeforeEach
    void rewrite() throws IOException {
        rewritten = Rewritten.in(folder);
    }

    static List<Method> samples() {
        return List.of(Captures.class, Adapted.class, Homes.class).stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.getName().equals("fails"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void itDoesWhatItDidBefore(Method sample) throws ReflectiveOperationException {
        Object before = sample.invoke(null);

        assertThat(rewritten.call(sample.getDeclaringClass().getSimpleName(), sample.getName()))
                .isEqualTo(before);
    }

    @Test
    void nothingIsSpunAtRunTime() throws IOException {
        for (String type : List.of("Captures", "Adapted", "Homes$Whole", "Homes$Level", "Homes$1")) {
            assertThat(rewritten.dynamic(type)).as(type).isEmpty();
        }
    }

    @Test
    void whatCanBeSerialisedAndWhatIsNoLambdaStays() throws IOException {
        assertThat(rewritten.dynamic("Homes")).isNotEmpty().containsOnly("altMetafactory");
        assertThat(rewritten.dynamic("Homes$Pair")).containsOnly("bootstrap").hasSize(3);
    }

    @Test
    void aClassHasOneForAllItsLambdas() throws IOException {
        assertThat(rewritten.files().keySet().stream().filter(name -> name.contains("$Closures")))
                .contains("Captures$Closures.class", "Adapted$Closures.class", "Homes$1$Closures.class")
                .doesNotContain("Captures$Closures1.class", "Adapted$Closures1.class");
    }

    @Test
    void interfacesThatDoNotGoTogetherHaveOneEach() throws ClassNotFoundException {
        List<List<String>> together = List.of(
                namesOf(rewritten.load("Homes$Closures").getInterfaces()),
                namesOf(rewritten.load("Homes$Closures1").getInterfaces()));

        assertThat(together).noneMatch(names -> names.contains("Left") && names.contains("Right"));
        assertThat(together).noneMatch(names -> names.contains("Left") && names.contains("Side"));
    }

    @Test
    void itBelongsToTheNestOfItsHost() throws ClassNotFoundException {
        Class<?> made = rewritten.load("Homes$Level$Closures");

        assertThat(made.getNestHost()).isEqualTo(rewritten.load("Homes"));
        assertThat(made.isSynthetic()).isTrue();
    }

    @Test
    void aStackTraceNamesTheLine() {
        Throwable before = catchThrowable(Homes::fails);
        Throwable after = catchThrowable(() -> rewritten.call("Homes", "fails"));

        assertThat(after).hasMessage("told");
        assertThat(after.getStackTrace()[0]).hasToString(before.getStackTrace()[0].toString());
        assertThat(after.getStackTrace()[1].getFileName()).isEqualTo("Homes.java");
    }

    @Test
    void aSecondTimeChangesNothing() throws IOException {
        Map<String, byte[]> once = rewritten.files();
        Closures.main(folder.toString());

        assertThat(rewritten.files()).usingRecursiveComparison().isEqualTo(once);
    }

    @Test
    void whatIsCompiledAnewIsRewrittenAnew() throws IOException {
        Map<String, byte[]> once = rewritten.files();
        Path sample = Path.of("target/test-classes").resolve("dev/footbridge/closures/sample");
        for (String name : List.of("Above.class", "Captures.class")) {
            Files.write(rewritten.samples().resolve(name), Files.readAllBytes(sample.resolve(name)));
        }
        Closures.main(folder.toString());

        assertThat(rewritten.files()).usingRecursiveComparison().isEqualTo(once);
    }

    @Test
    void whatTheHostForgotIsRemoved() throws IOException {
        Path samples = rewritten.samples();
        Files.write(samples.resolve("Captures.class"), Files.readAllBytes(samples.resolve("package-info.class")));
        Closures.main(folder.toString());

        assertThat(samples.resolve("Captures$Closures.class")).doesNotExist();
    }

    private static List<String> namesOf(Class<?>... types) {
        return Arrays.stream(types).map(Class::getSimpleName).toList();
    }
}
