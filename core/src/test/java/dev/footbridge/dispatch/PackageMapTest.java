package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map in the package-info is the package. */
final class PackageMapTest {

    private static final Path PACKAGE = Path.of("src/main/java/dev/footbridge/dispatch");
    private static final Pattern MAP = Pattern.compile("<pre>(.*)</pre>", Pattern.DOTALL);

    @Test
    void everyClassStandsInTheMapOnceAndNoOtherDoes() throws IOException {
        String text = Files.readString(PACKAGE.resolve("package-info.java"));

        List<String> mapped = MAP.matcher(text)
                .results()
                .flatMap(map -> Pattern.compile("\\b[A-Z]\\w+[a-z]\\w*")
                        .matcher(map.group(1))
                        .results())
                .map(MatchResult::group)
                .toList();

        assertThat(mapped).containsExactlyInAnyOrderElementsOf(classes());
    }

    private static List<String> classes() throws IOException {
        try (Stream<Path> files = Files.list(PACKAGE)) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info"))
                    .toList();
        }
    }
}
