package dev.footbridge.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people copy from the README has to compile, and what it says of results has to be so. */
class ReadmeTest {

    /** What only other commands start. */
    private static final List<String> HELPERS =
            List.of("verification/fixture-server", "verification/install-node", "verification/stage-stream-fixture");

    @Test
    void everyPieceOfJavaCompilesAndItsTestsPass(@TempDir Path classes)
            throws IOException, ReflectiveOperationException {
        List<String> sources = sources(Files.readString(Path.of("..", "README.md")));

        assertThat(Snippets.complaints(sources, classes)).isEmpty();
        assertThat(sources).hasSize(2);
        Snippets.run("readme.Piece1", classes);
    }

    @Test
    void everyBenchmarkHasItsPartInTheirReadme() throws IOException {
        List<String> lines = Files.readAllLines(House.ROOT.resolve("benchmarks/README.md"));

        for (String command : commands("benchmarks")) {
            assertThat(lines).contains("## `" + command + "`");
        }
    }

    @Test
    void everyCommandIsInTheListOfContributing() throws IOException {
        List<String> known = new ArrayList<>(HELPERS);
        for (String line : Files.readAllLines(House.ROOT.resolve("CONTRIBUTING.md"))) {
            known.add(line.split(" ", 2)[0]);
        }

        assertThat(known).containsAll(commands("verification")).containsAll(commands("benchmarks"));
    }

    private static List<String> commands(String folder) throws IOException {
        try (Stream<Path> files = Files.list(House.ROOT.resolve(folder))) {
            List<String> commands = files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("."))
                    .map(name -> folder + "/" + name)
                    .toList();
            assertThat(commands).isNotEmpty();
            return commands;
        }
    }

    /** A piece is a class of tools, or statements that use the classes before them. */
    private static List<String> sources(String readme) {
        List<String> sources = new ArrayList<>();
        for (String piece : Snippets.of(readme)) {
            String type = piece.startsWith("@")
                    ? piece
                    : "public class Piece" + sources.size() + " implements Runnable {\npublic void run() {\n" + piece
                            + "}\n}\n";
            sources.add("package readme;\n" + Snippets.IMPORTS + type);
        }
        return sources;
    }
}
