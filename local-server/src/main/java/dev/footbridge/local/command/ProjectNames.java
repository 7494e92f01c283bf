package dev.footbridge.local.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * What a new project is called.
 *
 * @param artifact the name of its folder and its artifact
 * @param home the package of its classes
 */
record ProjectNames(String artifact, String home) {

    private static final Pattern ARTIFACT = Pattern.compile("[A-Za-z][A-Za-z0-9]*([-_.][A-Za-z0-9]+)*");
    private static final int LONGEST = 80;

    /** @throws CommandFailure if Maven or Java would not take the names */
    static ProjectNames of(Path folder, Optional<String> home) throws CommandFailure {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        String artifact = last == null ? "" : last.toString();
        if (artifact.length() > LONGEST || !ARTIFACT.matcher(artifact).matches()) {
            throw CommandFailure.usage("a project cannot be called '" + artifact + "': the name begins with a letter"
                    + " and goes on with letters and digits, and '-', '_' or '.' between them; " + LONGEST
                    + " at most");
        }
        return new ProjectNames(artifact, home.isPresent() ? checked(home.get()) : derived(artifact));
    }

    /** What its stack is called at AWS, which knows letters, digits and hyphens. */
    String stack() {
        return artifact.replaceAll("[._]", "-");
    }

    /** Where the classes are, as a path below a source folder. */
    String path() {
        return home.replace('.', '/');
    }

    private static String checked(String home) throws CommandFailure {
        if (!SourceVersion.isName(home, SourceVersion.RELEASE_17) || home.matches("javax?(\\..*)?")) {
            throw CommandFailure.usage(
                    "--package " + home + " is not a package that Java takes; write it like com.example.tools");
        }
        return home;
    }

    private static String derived(String artifact) {
        String word = artifact.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String home = "com.example." + word;
        return SourceVersion.isName(home, SourceVersion.RELEASE_17) ? home : home + "tools";
    }
}
