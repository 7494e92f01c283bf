package dev.footbridge.verification;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where things are in the repository; tests run in the folder of this module. */
final class House {

    static final Path ROOT = Path.of("..");

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

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
        if (files.isEmpty()) {
            throw new IllegalStateException("no sources of " + kind + ": nothing would be looked at");
        }
        return files;
    }

    /** What the POM of the root lists. Elsewhere than in the repository there is none, or another. */
    static List<Path> modules() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        if (!pom.contains("<module>verification</module>")) {
            throw new IllegalStateException(ROOT.toAbsolutePath() + " is not the root of this repository");
        }
        return MODULE.matcher(pom)
                .results()
                .map(match -> ROOT.resolve(match.group(1)))
                .sorted()
                .toList();
    }

    /** Every POM, those of builds apart too, but for what was made or fetched. */
    static List<Path> poms() throws IOException {
        List<Path> poms = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                if (file.endsWith("pom.xml")) {
                    poms.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return poms;
    }
}
