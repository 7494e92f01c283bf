package dev.footbridge.tools.files;

import dev.footbridge.feature.ToolFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A path below the served folder, as plain names: no {@code .}, no {@code ..}, no separator within a name. Nothing but
 * control characters is decoded here, so {@code %2e%2e} is a name like any other.
 *
 * @param names from the served folder down; empty for the folder itself
 */
record RelativePath(List<String> names) {

    static final RelativePath ROOT = new RelativePath(List.of());
    static final String URI_PREFIX = "files:///";

    private static final int MAX_LENGTH = 4096;
    private static final String UNRESERVED = "-._~";
    private static final String HEX = "0123456789ABCDEF";

    RelativePath {
        names = List.copyOf(names);
    }

    /**
     * Reads what a client sent, names with characters escaped as answers show them included.
     *
     * @throws ToolFailure if it is absolute, leads upwards, or could be taken for another path on some system
     */
    static RelativePath parse(String given) {
        if (given.length() > MAX_LENGTH) {
            throw new ToolFailure("The path is longer than " + MAX_LENGTH + " characters.");
        }
        String text = Shown.unescaped(given);
        if (text.equals("/")) {
            return ROOT;
        }
        if (text.startsWith("/") || text.startsWith("~/") || hasDrive(text)) {
            throw new ToolFailure("Paths are relative to the served folder, such as docs/guide.md: "
                    + "leave out the leading / and any drive or home folder.");
        }
        if (text.indexOf('\\') >= 0) {
            throw new ToolFailure("Put / between folders; paths with \\ are not served.");
        }
        if (text.indexOf('\0') >= 0) {
            throw new ToolFailure("The path holds a NUL character.");
        }
        return new RelativePath(split(text));
    }

    private static List<String> split(String text) {
        List<String> names = new ArrayList<>();
        for (String name : text.split("/", -1)) {
            if (name.equals("..")) {
                throw new ToolFailure("Paths with .. are not served: name the file from the served folder down.");
            }
            if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean hasDrive(String text) {
        return text.length() >= 2 && text.charAt(1) == ':' && isLetter(text.charAt(0));
    }

    boolean isRoot() {
        return names.isEmpty();
    }

    /** The last name; must not be asked of the root. */
    String name() {
        return names.get(names.size() - 1);
    }

    RelativePath parent() {
        return new RelativePath(names.subList(0, names.size() - 1));
    }

    RelativePath child(String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return new RelativePath(longer);
    }

    boolean startsWith(RelativePath other) {
        return names.size() >= other.names.size()
                && names.subList(0, other.names.size()).equals(other.names);
    }

    /** The path below {@code base}, which it must start with, with / between names. */
    String below(RelativePath base) {
        return String.join("/", names.subList(base.names.size(), names.size()));
    }

    /** The names with / between them; for people and models use {@link #toString()}. */
    String joined() {
        return String.join("/", names);
    }

    String uri() {
        return URI_PREFIX + Order.BY_URI.key(this);
    }

    /** A name in the form it has in a URI: RFC 3986 unreserved characters as they are, the rest percent-encoded. */
    static String encoded(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xFF);
            if (isLetter(letter) || (letter >= '0' && letter <= '9') || UNRESERVED.indexOf(letter) >= 0) {
                text.append(letter);
            } else {
                text.append('%').append(HEX.charAt(letter >> 4)).append(HEX.charAt(letter & 15));
            }
        }
        return text.toString();
    }

    private static boolean isLetter(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }

    /**
     * For people and models; control characters are escaped, so that a name cannot pretend to be a line of an answer.
     */
    @Override
    public String toString() {
        return isRoot() ? "the served folder" : Shown.name(joined());
    }
}
