package dev.footbridge.text;

/**
 * Text without what steers a terminal, turns a line around or hides: control characters other than tabs and ends of
 * lines, overrides and isolates of direction, tags. Stateless.
 */
public final class ShownText {

    private static final CodePoints STEERING = new CodePoints(
            0x00, 0x08, 0x0B, 0x0C, 0x0E, 0x1F, 0x7F, 0x9F, 0x202A, 0x202E, 0x2066, 0x2069, 0xE0000, 0xE007F);

    private ShownText() {}

    /** The text itself if there is nothing to take out, which one look at each character finds. */
    public static String of(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' ? c != '\n' && c != '\t' && c != '\r' : c >= 0x7F && isSuspect(c)) {
                return cleaned(text, i);
            }
        }
        return text;
    }

    /** For a line of a log: nothing that a client sends may look like a line of its own. */
    public static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
    }

    /** Whether a character may be one, or half of one. */
    private static boolean isSuspect(char c) {
        return c <= 0x9F || (c >= 0x202A && c <= 0x2069) || c == 0xDB40;
    }

    private static String cleaned(String text, int from) {
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, from);
        int c;
        for (int i = from; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (!STEERING.contains(c)) {
                clean.appendCodePoint(c);
            }
        }
        return clean.toString();
    }
}
