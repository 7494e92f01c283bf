package dev.footbridge.local.deploy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A package that starts with an archive of loaded classes, which takes the place of the plain one.
 *
 * @param name as {@code StartUp} has it
 * @param command makes it, and the plain package before it
 */
public record StartForm(String name, String command) {

    /** What only a package of this form has in it. */
    private static final Map<String, String> SIGNS = Map.of("archived", "archive.key", "custom", "java/bin/java");

    /** The one that these parameters want; empty if they want the plain package. */
    public static Optional<StartForm> of(Map<String, String> values, Place place) {
        String name = values.getOrDefault("StartUp", "");
        boolean guarded = !values.getOrDefault("Settings", "").isEmpty();
        return SIGNS.containsKey(name) ? Optional.of(new StartForm(name, place.form(name, guarded))) : Optional.empty();
    }

    boolean isIn(FunctionPackage whole) throws IOException {
        return whole.entries().containsKey(SIGNS.get(name));
    }
}
