package dev.footbridge.local.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Why each library is in the package: a line for each, its name without the version, then whose it is and what it is
 * for. Stateless.
 */
public final class JarReasons {

    private JarReasons() {}

    /**
     * Those of this house, and those in the file if it is there.
     *
     * @param ours the name of the list of this house, such as {@code lambda-jars.txt}
     */
    public static Map<String, String> read(String ours, Path more) throws IOException {
        Map<String, String> reasons = new HashMap<>();
        try (InputStream stream = JarReasons.class.getResourceAsStream(ours)) {
            if (stream == null) {
                throw new FileSystemException(ours, null, "is not in this build");
            }
            add(new String(stream.readAllBytes(), StandardCharsets.UTF_8), reasons);
        }
        if (Files.exists(more)) {
            add(Files.readString(more), reasons);
        }
        return reasons;
    }

    private static void add(String text, Map<String, String> reasons) {
        for (String line : text.lines().toList()) {
            String[] parts = line.strip().split("\\s+", 2);
            if (parts.length == 2 && !line.startsWith("#")) {
                reasons.put(parts[0], parts[1]);
            }
        }
    }
}
