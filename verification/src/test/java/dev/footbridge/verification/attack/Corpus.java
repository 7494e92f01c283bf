package dev.footbridge.verification.attack;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.testkit.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of the corpus: one family of attacks each. */
final class Corpus {

    static final Path FOLDER = Path.of("attacks");

    private Corpus() {}

    static List<AttackCase> all() throws IOException {
        List<AttackCase> cases = new ArrayList<>();
        for (Path file : files()) {
            JsonObject family = JsonText.object(Files.readString(file));
            String name = file.getFileName().toString().replace(".json", "");
            for (Json one : family.array("cases").orElseThrow().items()) {
                cases.add(AttackCase.parse(name, (JsonObject) one));
            }
        }
        return cases;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
