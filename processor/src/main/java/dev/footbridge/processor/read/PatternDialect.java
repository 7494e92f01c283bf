package dev.footbridge.processor.read;

import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ECMA-262, which clients read patterns as, and RE2J, which checks them here, have in common. */
final class PatternDialect {

    /** What RE2J knows and ECMA-262 does not, or reads otherwise. */
    private static final Pattern ONE_SIDED =
            Pattern.compile("\\\\[AzCQEpPx]|\\(\\?(?!:)[^)]{0,20}|\\[\\[?:\\^?\\w+:\\]|\\\\[0-9]|(?<!\\\\)[*+?}][+]");

    private PatternDialect() {}

    /** What is wrong with a pattern, in one sentence; empty if both read it alike. */
    static Optional<String> problem(String pattern) {
        Matcher oneSided = ONE_SIDED.matcher(pattern.replace("\\\\", ""));
        if (oneSided.find()) {
            return Optional.of("@Pattern: clients read patterns as ECMA-262, the server as RE2, and '"
                    + oneSided.group() + "' does not mean the same to both");
        }
        try {
            com.google.re2j.Pattern.compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException unreadable) {
            return Optional.of("@Pattern cannot be read as RE2: " + unreadable.getDescription());
        }
    }
}
