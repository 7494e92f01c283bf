package dev.footbridge.azure;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;

/** The folder of the package: the worker starts somewhere else. */
final class Home {

    private Home() {}

    /** Where the jar of the class is, or the folder of its class files; the working directory if nobody says. */
    static Path of(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            Path place =
                    source == null ? Path.of("") : Path.of(source.getLocation().toURI());
            Path folder = place.getParent();
            return place.toString().endsWith(".jar") && folder != null ? folder : place;
        } catch (URISyntaxException elsewhere) {
            return Path.of("");
        }
    }
}
