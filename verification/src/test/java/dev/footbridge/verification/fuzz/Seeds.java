package dev.footbridge.verification.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Inputs to begin with, in {@code src/test/resources/fuzz}: good ones, and those that once found something. */
final class Seeds {

    private Seeds() {}

    static List<Path> of(String target) {
        URL folder = Objects.requireNonNull(Seeds.class.getResource("/fuzz/" + target), "no seeds for " + target);
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().toList();
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static byte[] bytes(Path seed) {
        try {
            return Files.readAllBytes(seed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
