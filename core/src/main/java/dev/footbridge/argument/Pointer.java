package dev.footbridge.argument;

import dev.footbridge.secret.KeyShapes;
import java.util.Collection;
import java.util.stream.Collectors;

/** Texts of problems: JSON Pointers (RFC 6901) and lists of names, all of bounded length. */
public final class Pointer {

    private static final int LONGEST_TOKEN = 100;
    private static final int MOST_NAMES = 50;

    private Pointer() {}

    /** @param name of the schema */
    public static String child(String path, String name) {
        String shown = name.length() > LONGEST_TOKEN
                ? name.substring(0, name.offsetByCodePoints(0, LONGEST_TOKEN / 2)) + "…"
                : name;
        return path + '/' + shown.replace("~", "~0").replace("/", "~1");
    }

    /**
     * A name that the client made up: an answer neither grows with it, nor carries a key that was put in its place, nor
     * what a terminal would obey and a reader not see.
     */
    public static String stranger(String path, String name) {
        return child(path, KeyShapes.areIn(name) ? "…" : harmless(name));
    }

    private static String harmless(String name) {
        return name.codePoints()
                .map(point -> isVisible(point) ? point : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    public static String child(String path, int index) {
        return path + '/' + index;
    }

    public static String names(Collection<String> names) {
        return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMES ? ", …" : "");
    }
}
