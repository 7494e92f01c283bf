package dev.footbridge.processor.schema;

/** Makes a pattern that is to match a whole text say so itself: in a schema it matches anywhere. */
final class Anchors {

    private Anchors() {}

    static String around(String pattern) {
        return hasAlternatives(pattern) ? "^(?:" + pattern + ")$" : '^' + bare(pattern) + '$';
    }

    /** Without anchors of its own. */
    private static String bare(String pattern) {
        int start = pattern.startsWith("^") ? 1 : 0;
        boolean anchored =
                pattern.endsWith("$") && pattern.length() > start && !isEscaped(pattern, pattern.length() - 1);
        return pattern.substring(start, anchored ? pattern.length() - 1 : pattern.length());
    }

    private static boolean isEscaped(String pattern, int index) {
        int backslashes = 0;
        while (backslashes < index && pattern.charAt(index - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /** True for a bar outside of groups and classes. */
    private static boolean hasAlternatives(String pattern) {
        int groups = 0;
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
            } else if (c == '(') {
                groups++;
            } else if (c == ')') {
                groups--;
            } else if (c == '|' && groups == 0) {
                return true;
            }
        }
        return false;
    }
}
