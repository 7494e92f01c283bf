package dev.footbridge.verification.packed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the packages of dist are, as verification/same-answers says. */
final class Packages {

    /** The bundle that {@code ./footbridge} starts. */
    static final Path LOCAL = Path.of(System.getProperty("footbridge.packed.local", "nowhere"));

    /** The folder that is deployed to Azure. */
    static final Path FUNCTIONS = Path.of(System.getProperty("footbridge.packed.functions", "nowhere"));

    private Packages() {}

    /** The jars in the folder {@code lib} of a package: SHA-256 by name. */
    static Map<String, String> jars(Path packed) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.list(packed.resolve("lib"))) {
            files.forEach(file -> digests.put(file.getFileName().toString(), digest(file)));
        }
        return digests;
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
