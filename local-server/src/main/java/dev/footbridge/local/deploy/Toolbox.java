package dev.footbridge.local.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programs that a deployment needs.
 *
 * @param remarks where it is said what there is
 */
record Toolbox(Path home, Programs programs, List<Remark> remarks) {

    private static final Pattern VERSION = Pattern.compile("version (\\d{1,4})\\.(\\d{1,4})");

    /** What every package is built with. */
    void builders() {
        int release = Runtime.version().feature();
        Path javac = Path.of(System.getProperty("java.home", "")).resolve("bin/javac");
        remarks.add(
                Files.isExecutable(javac)
                        ? Remark.ok("JDK " + release)
                        : Remark.missing("a whole JDK: this Java " + release + " has no compiler"));
        remarks.add(
                programs.find("mvn").isPresent()
                        ? Remark.ok("Maven")
                        : Remark.missing("Maven: mvn is not on the PATH"));
    }

    /**
     * A program that has to be of some version.
     *
     * @param ask makes it say its version
     * @return it, if it does
     */
    Optional<Path> versioned(String program, String title, int major, int minor, String ask, String install) {
        Optional<Path> found = programs.find(program);
        if (found.isEmpty()) {
            remarks.add(Remark.missing("the " + title + ": " + program + " is not on the PATH. " + install));
            return found;
        }
        Programs.Said said = programs.run(home, found.get(), ask);
        Matcher version = VERSION.matcher(said.text());
        if (!version.find()) {
            remarks.add(Remark.missing(
                    "the " + title + ": " + found.get() + " does not say its version: " + said.lastLine()));
            return Optional.empty();
        }
        int itsMajor = Integer.parseInt(version.group(1));
        int itsMinor = Integer.parseInt(version.group(2));
        boolean known = itsMajor > major || (itsMajor == major && itsMinor >= minor);
        String its = itsMajor + "." + itsMinor;
        remarks.add(
                known
                        ? Remark.ok(title + " " + its)
                        : Remark.missing("a newer " + title + ": it is " + its + " and has to be " + major + "." + minor
                                + ". " + install));
        return found;
    }
}
