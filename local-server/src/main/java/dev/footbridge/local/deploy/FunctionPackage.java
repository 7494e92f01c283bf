package dev.footbridge.local.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The package of a function, and what is in it. */
public abstract sealed class FunctionPackage permits FunctionZip, FunctionFolder {

    /** What it may weigh: each megabyte is fetched and unpacked at every cold start. */
    public static final long MOST_BYTES = 10L * 1024 * 1024;

    private static final Pattern JAR = Pattern.compile("lib/(?<name>.+?)-[0-9][^/]*\\.jar");

    /**
     * Something in it.
     *
     * @param bytes as packed
     * @param why whose it is and what it is for; empty if nobody has said
     */
    public record Part(String name, long bytes, Optional<String> why) {}

    public abstract boolean exists();

    public abstract long bytes() throws IOException;

    /** When it was made, in milliseconds of the epoch. */
    abstract long madeAt() throws IOException;

    /** What is in it, with its size as packed. */
    abstract Map<String, Long> entries() throws IOException;

    public final boolean isTooLarge() throws IOException {
        return bytes() > MOST_BYTES;
    }

    /** A source that has changed since the package was made, relative to home; there may be more. */
    public final Optional<Path> changed(Path home, List<String> sources) throws IOException {
        long packed = madeAt();
        for (String source : sources) {
            Path root = home.resolve(source);
            if (Files.exists(root)) {
                try (var all = Files.walk(root)) {
                    Optional<Path> changed = all.filter(path -> path.toFile().lastModified() > packed)
                            .findFirst();
                    if (changed.isPresent()) {
                        return changed.map(home::relativize);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Jars one by one, what belongs to the function itself together, the heaviest first.
     *
     * @param reasons by the name of a jar without its version
     */
    public final List<Part> parts(Map<String, String> reasons) throws IOException {
        List<Part> parts = new ArrayList<>();
        long own = 0;
        for (Map.Entry<String, Long> entry : entries().entrySet()) {
            if (entry.getKey().startsWith("lib/") && entry.getKey().endsWith(".jar")) {
                Matcher jar = JAR.matcher(entry.getKey());
                String name = jar.matches() ? jar.group("name") : entry.getKey();
                parts.add(new Part(entry.getKey(), entry.getValue(), Optional.ofNullable(reasons.get(name))));
            } else {
                own += Math.max(0, entry.getValue());
            }
        }
        parts.sort((one, other) -> Long.compare(other.bytes(), one.bytes()));
        parts.add(new Part("the rest", own, Optional.of("the function's own classes and scripts")));
        return parts;
    }

    /** In MB, to a tenth. */
    public static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / (1024.0 * 1024.0));
    }
}
