package dev.footbridge.call;

/**
 * A name in which {@code *} stands for any characters, none included. Matching takes time in proportion to both lengths
 * at most.
 */
public record NamePattern(String text) {

    /** True if one of the patterns matches. */
    public static boolean anyMatches(Iterable<String> patterns, String name) {
        for (String pattern : patterns) {
            if (new NamePattern(pattern).matches(name)) {
                return true;
            }
        }
        return false;
    }

    /** The same of patterns that are read already. */
    public static boolean anyOf(Iterable<NamePattern> patterns, String name) {
        for (NamePattern pattern : patterns) {
            if (pattern.matches(name)) {
                return true;
            }
        }
        return false;
    }

    public boolean matches(String name) {
        int star = -1;
        int resume = 0;
        int at = 0;
        int i = 0;
        while (i < name.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                resume = i;
            } else if (at < text.length() && text.charAt(at) == name.charAt(i)) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }

    /** True if it names one thing and not many. */
    public boolean isExact() {
        return text.indexOf('*') < 0;
    }
}
