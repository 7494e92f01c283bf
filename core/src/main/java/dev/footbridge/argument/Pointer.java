package dev.footbridge.argument;

import java.util.Collection;
import java.util.stream.Collectors;

/** Texts of problems: JSON Pointers (RFC 6901) and lists of names, both of bounded length. */
public final class Pointer {

    private static final int LONGEST_TOKEN = 100;
    private static final int MOST_NAMES = 50;

    private Pointer() {}

    /** A name that the client made up is cut, so that an answer cannot grow with it. */
    public static String child(String path, String name) {
        String shown = name.length() > LONGEST_TOKEN
                ? name.substring(0, name.offsetByCodePoints(0, LONGEST_TOKEN / 2)) + "…"
                : name;
        return path + '/' + shown.replace("~", "~0").replace("/", "~1");
    }

    public static String child(String path, int index) {
        return path + '/' + index;
    }

    public static String names(Collection<String> names) {
        return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMES ? ", …" : "");
    }
}
