package dev.footbridge.key;

/** The name of a tool, or of many: a star stands for any characters, also for none. Immutable. */
record ToolPattern(String text) {

    private static final int MAX_LENGTH = 128;

    /** @throws IllegalArgumentException if no tool could be called so */
    ToolPattern {
        if (text.isEmpty() || text.length() > MAX_LENGTH || !text.chars().allMatch(ToolPattern::isAllowed)) {
            throw new IllegalArgumentException(
                    "the pattern of a tool is made of letters, digits, _ - . / and *, such as read_*");
        }
    }

    /** Goes back to the last star only, so the time is the product of the lengths at most. */
    boolean matches(String name) {
        int at = 0;
        int star = -1;
        int resume = 0;
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
        return text.substring(at).chars().allMatch(c -> c == '*');
    }

    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "_-./*".indexOf(c) >= 0;
    }
}
