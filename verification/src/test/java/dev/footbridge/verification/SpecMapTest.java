package dev.footbridge.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/spec-map.md leaves nothing out, and names only what is there. */
final class SpecMapTest {

    private static final Path MAP = House.ROOT.resolve("docs/spec-map.md");
    private static final String ATTACKS = "attacks/";
    private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");

    /**
     * What a server must do, by revision 2026-07-28 and for older clients; extensions that are not offered left out.
     */
    private static final List<String> REQUIRED = Arrays.asList("""
            B-01 B-02 B-03 B-04 B-05 B-06 B-07 B-08 B-09 B-10 B-13 B-15 B-17 B-18 B-19 B-20 B-21 B-22 B-24
            V-01 V-02 V-06 D-01 D-02 D-03 D-04 D-05 H-01 H-02 H-04 H-05 H-08 H-09 H-12 H-13 H-16
            HH-01 HH-02 HH-03 HH-04 HH-05 HH-06 HH-07 HH-09 HH-11 S-01 S-02 S-03 S-05 S-07
            M-01 M-02 M-03 M-04 M-06 M-07 M-09 M-12 M-13 M-14 M-15 M-16 M-17 M-18 M-19
            SU-01 SU-02 SU-03 SU-04 SU-05 SU-07 T-01 T-02 T-04 T-06 T-07 T-08 T-09 T-10 T-11 T-12 T-14
            RS-01 RS-02 RS-03 RS-04 P-01 C-01 C-02 L-01 L-02 X-01 K-01 K-02 K-03 E-01 E-02 E-03 TR-01
            3.2-1 3.2-2 3.2-3 3.2-4 3.2-5 3.2-6 3.2-7 3.2-8 3.2-9 3.2-10 3.2-11 3.2-12 3.2-13 3.2-14
            3.3-all 3.3-2025-11-25 3.3-2025-06-18 3.3-2025-03-26 3.3-2024-11-05
            3.4-fields 3.4-structured 3.4-content 3.4-arguments 3.4-questions 3.4-status
            """.strip().split("\\s+"));

    @Test
    void everyRequirementHasARow() throws IOException {
        List<String> ids = rows().stream().map(row -> row.get(0)).toList();

        assertThat(ids).containsAll(REQUIRED).doesNotHaveDuplicates();
    }

    /** The tables A to I of the security checklist, each with the number of its rows. */
    private static final Map<String, Integer> CHECKLIST =
            Map.of("A", 15, "B", 14, "C", 15, "D", 9, "E", 7, "F", 9, "G", 9, "H", 7, "I", 10);

    @Test
    void everyRowOfTheSecurityChecklistHasARow() throws IOException {
        List<String> ids = rows().stream().map(row -> row.get(0)).toList();
        List<String> wanted = CHECKLIST.entrySet().stream()
                .flatMap(table -> IntStream.rangeClosed(1, table.getValue()).mapToObj(n -> table.getKey() + n))
                .sorted()
                .toList();

        assertThat(wanted).hasSize(95);
        assertThat(ids).containsAll(wanted);
    }

    /** What a row says is missing, readers of the rough edges must find there too. */
    @Test
    void whatIsNotThereIsARoughEdge() throws IOException {
        String edges = Files.readString(House.ROOT.resolve("docs/rough-edges.md"));
        List<String> silent = rows().stream()
                .filter(row -> CHECKLIST.containsKey(row.get(0).substring(0, 1)))
                .filter(row -> row.get(0).matches("[A-I]\\d+") && row.size() == 2)
                .map(row -> row.get(0))
                .filter(id ->
                        !Pattern.compile("\\b" + id + "\\b").matcher(edges).find())
                .toList();

        assertThat(silent).isEmpty();
    }

    @Test
    void everyTestNamedThereExists() throws IOException {
        Map<String, String> tests = textByClass("test");
        List<String> missing = new ArrayList<>();
        for (List<String> row : claims()) {
            assertThat(row.get(3)).as("tests of " + row.get(0)).isNotBlank();
            for (String name : row.get(3).replace("`", "").split(", ", -1)) {
                if (!exists(name, tests)) {
                    missing.add(row.get(0) + " " + name);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyClassNamedThereExists() throws IOException {
        Map<String, String> classes = textByClass("main");
        List<String> missing = new ArrayList<>();
        for (List<String> row : claims()) {
            for (String name : row.get(2).replace("`", "").split(", ", -1)) {
                if (!classes.containsKey(name)) {
                    missing.add(row.get(0) + " " + name);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    private static boolean exists(String name, Map<String, String> tests) throws IOException {
        if (name.startsWith(ATTACKS)) {
            String row = "\"why\": \"" + name.substring(ATTACKS.length()) + ":";
            return attacks().contains(row);
        }
        if (!name.contains("#")) {
            return Files.exists(TRANSCRIPTS.resolve(name + ".txt"));
        }
        String[] parts = name.split("#", 2);
        return Pattern.compile("\\bvoid " + Pattern.quote(parts[1]) + "\\(")
                .matcher(tests.getOrDefault(parts[0], ""))
                .find();
    }

    private static String attacks() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("attacks"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    /** Rows with a place in the code, as opposed to those that say why there is none. */
    private static List<List<String>> claims() throws IOException {
        return rows().stream().filter(row -> row.size() == 4).toList();
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(MAP).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| id "))
                .map(line -> Arrays.stream(line.substring(1).split("\\|", 0))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static Map<String, String> textByClass(String kind) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path file : House.sources(kind)) {
            String name = file.getFileName().toString();
            texts.merge(name.substring(0, name.length() - ".java".length()), Files.readString(file), String::concat);
        }
        return texts;
    }
}
