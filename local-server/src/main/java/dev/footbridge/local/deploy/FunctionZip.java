package dev.footbridge.local.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The package of a function, and what is in it. */
public final class FunctionZip {

    /** What it may weigh: each megabyte is fetched and unpacked at every cold start. */
    public static final long MOST_BYTES = 10L * 1024 * 1024;

    private static final Pattern JAR = Pattern.compile("lib/(?<name>.+?)-[0-9][^/]*\\.jar");

    private final Path file;

    public FunctionZip(Path file) {
        this.file = file;
    }

    /**
     * Something in it.
     *
     * @param bytes as packed
     * @param why whose it is and what it is for; empty if nobody has said
     */
    public record Part(String name, long bytes, Optional<String> why) {}

    public boolean exists() {
        return Files.isRegularFile(file);
    }

    public long bytes() throws IOException {
        return Files.size(file);
    }

    public boolean isTooLarge() throws IOException {
        return bytes() > MOST_BYTES;
    }

    /** The newest source that is newer than the package, relative to home. */
    public Optional<Path> newer(Path home, List<String> sources) throws IOException {
        long packed = Files.getLastModifiedTime(file).toMillis();
        for (String source : sources) {
            Path root = home.resolve(source);
            if (Files.exists(root)) {
                try (var all = Files.walk(root)) {
                    Optional<Path> newer = all.filter(path -> path.toFile().lastModified() > packed)
                            .findFirst();
                    if (newer.isPresent()) {
                        return newer.map(home::relativize);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Jars one by one, what belongs to the function itself together, the heaviest first.
     *
     * @param reasons by the name of a jar without its version; of everything else by {@code classes}
     */
    public List<Part> parts(Map<String, String> reasons) throws IOException {
        List<Part> parts = new ArrayList<>();
        long own = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".jar")) {
                    Matcher jar = JAR.matcher(entry.getName());
                    String name = jar.matches() ? jar.group("name") : entry.getName();
                    parts.add(new Part(
                            entry.getName(), entry.getCompressedSize(), Optional.ofNullable(reasons.get(name))));
                } else {
                    own += Math.max(0, entry.getCompressedSize());
                }
            }
        }
        parts.sort((one, other) -> Long.compare(other.bytes(), one.bytes()));
        parts.add(new Part("the rest", own, Optional.of("the function's own classes and scripts")));
        return parts;
    }
}
