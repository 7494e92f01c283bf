package dev.footbridge.key;

import dev.footbridge.call.NamePattern;

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

    boolean matches(String name) {
        return new NamePattern(text).matches(name);
    }

    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "_-./*".indexOf(c) >= 0;
    }
}
