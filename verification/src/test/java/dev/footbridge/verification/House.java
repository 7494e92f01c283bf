package dev.footbridge.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where things are in the repository; tests run in the folder of this module. */
final class House {

    static final Path ROOT = Path.of("..");

    private House() {}

    /** Java files of every module, of the given kind: {@code main} or {@code test}. */
    static List<Path> sources(String kind) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path module : modules()) {
            Path folder = module.resolve("src/" + kind + "/java");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    all.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                }
            }
        }
        return files;
    }

    /** A module is a folder of the root, or one step below, as the bridges are. */
    static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.find(ROOT, 2, (path, facts) -> facts.isDirectory())) {
            return folders.filter(folder -> !folder.equals(ROOT))
                    .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .toList();
        }
    }
}
