package dev.footbridge.tools.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of one {@code .gitignore} file. Immutable.
 *
 * @see <a href="https://git-scm.com/docs/gitignore">gitignore</a>
 */
record IgnoreFile(RelativePath folder, List<IgnoreFile.Rule> rules) {

    static final String NAME = ".gitignore";

    private static final int MAX_RULES = 2000;

    /** One line: what it matches below its folder, and whether it takes an earlier one back. */
    record Rule(Glob glob, boolean negated, boolean foldersOnly) {}

    static IgnoreFile parse(RelativePath folder, String text) {
        List<Rule> rules = new ArrayList<>();
        text.lines().limit(MAX_RULES).forEach(line -> rule(line).ifPresent(rules::add));
        return new IgnoreFile(folder, List.copyOf(rules));
    }

    private static Optional<Rule> rule(String line) {
        String pattern = withoutTrailingSpaces(line);
        if (pattern.isEmpty() || pattern.startsWith("#")) {
            return Optional.empty();
        }
        boolean negated = pattern.startsWith("!");
        if (negated) {
            pattern = pattern.substring(1);
        }
        boolean foldersOnly = pattern.endsWith("/");
        if (foldersOnly) {
            pattern = pattern.substring(0, pattern.length() - 1);
        }
        boolean anchored = pattern.indexOf('/') >= 0;
        if (pattern.startsWith("/")) {
            pattern = pattern.substring(1);
        }
        return pattern.isEmpty()
                ? Optional.empty()
                : Glob.ofIgnoreFile(anchored ? pattern : "**/" + pattern)
                        .map(glob -> new Rule(glob, negated, foldersOnly));
    }

    /** Spaces at the end do not count, unless a backslash stands before them. */
    private static String withoutTrailingSpaces(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) {
            end--;
        }
        return line.substring(0, end);
    }

    /** What the last rule that matches says: ignore it, keep it, or nothing. */
    Optional<Boolean> verdict(RelativePath path, boolean isFolder) {
        String below = path.below(folder);
        for (int i = rules.size() - 1; i >= 0; i--) {
            Rule rule = rules.get(i);
            if ((isFolder || !rule.foldersOnly()) && rule.glob().matches(below)) {
                return Optional.of(!rule.negated());
            }
        }
        return Optional.empty();
    }
}
