package dev.footbridge.local.deploy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A package that starts with an archive of loaded classes, which takes the place of the plain one.
 *
 * @param name as {@code StartUp} has it
 * @param command makes it, and the plain package before it
 */
public record StartForm(String name, String command) {

    private static final String CUSTOM = "custom";
    private static final Set<String> NAMES = Set.of("archived", CUSTOM);

    /** The one that these parameters want; empty if they want the plain package. */
    public static Optional<StartForm> of(Map<String, String> values, Place place) {
        String name = values.getOrDefault("StartUp", "");
        boolean guarded = !values.getOrDefault("Settings", "").isEmpty();
        return NAMES.contains(name) ? Optional.of(new StartForm(name, place.form(name, guarded))) : Optional.empty();
    }

    boolean isIn(FunctionPackage whole) throws IOException {
        return isAny(whole) && whole.entries().containsKey("java/bin/java") == name.equals(CUSTOM);
    }

    /** True if the package is of any form, and so not the plain one. */
    static boolean isAny(FunctionPackage whole) throws IOException {
        return whole.entries().containsKey("archive.key");
    }
}
