package dev.footbridge.json;

/**
 * Writes a JSON value as compact UTF-8, members in their own order, so that equal values give equal bytes.
 *
 * <p>Control characters are escaped, so the output never holds a raw newline: it fits one stdio line or one SSE
 * {@code data:} field. U+2028 and U+2029 are escaped too, because some clients split lines there. Half a surrogate
 * pair, which has no UTF-8 form, becomes U+FFFD. Stateless and thread-safe.
 */
public final class JsonWriter {

    private static final String HEX = "0123456789abcdef";
    private static final int COMPACT = -1;

    private final Utf8Builder out = new Utf8Builder();

    private JsonWriter() {}

    public static byte[] bytes(Json value) {
        return new JsonWriter().write(value, COMPACT).out.toBytes();
    }

    public static String text(Json value) {
        return new JsonWriter().write(value, COMPACT).out.toString();
    }

    /** Indented by two spaces, for people. */
    public static String pretty(Json value) {
        return new JsonWriter().write(value, 0).out.toString();
    }

    /** @param level how far a pretty value is indented, or {@link #COMPACT} */
    private JsonWriter write(Json value, int level) {
        if (value instanceof JsonObject object) {
            object(object, level);
        } else if (value instanceof JsonArray array) {
            array(array, level);
        } else if (value instanceof JsonString string) {
            string(string.value());
        } else if (value instanceof JsonNumber number) {
            out.add(number.text());
        } else if (value instanceof JsonBoolean flag) {
            out.add(flag.value() ? "true" : "false");
        } else if (value instanceof JsonText written) {
            written(written, level);
        } else {
            out.add("null");
        }
        return this;
    }

    private void written(JsonText written, int level) {
        if (level == COMPACT) {
            out.add(written.text());
        } else {
            write(written.parsed(), level);
        }
    }

    private void object(JsonObject object, int level) {
        out.add('{');
        Members members = object.own();
        for (int i = 0; i < members.size(); i++) {
            separate(i == 0, deeper(level));
            string(members.nameAt(i));
            out.add(level == COMPACT ? ":" : ": ");
            write(members.valueAt(i), deeper(level));
        }
        if (members.size() > 0) {
            newLine(level);
        }
        out.add('}');
    }

    private void array(JsonArray array, int level) {
        out.add('[');
        boolean first = true;
        for (Json item : array.items()) {
            separate(first, deeper(level));
            first = false;
            write(item, deeper(level));
        }
        if (!first) {
            newLine(level);
        }
        out.add(']');
    }

    private static int deeper(int level) {
        return level == COMPACT ? COMPACT : level + 1;
    }

    private void separate(boolean first, int level) {
        if (!first) {
            out.add(',');
        }
        newLine(level);
    }

    private void newLine(int level) {
        if (level != COMPACT) {
            out.add('\n');
            out.add("  ".repeat(level));
        }
    }

    /** Most text is plain, and plain text is copied as it is. */
    private void string(String text) {
        int length = text.length();
        int plain = plainLength(text);
        out.reserve(length + 2);
        out.put('"');
        out.copy(text, plain);
        for (int i = plain; i < length; i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                out.put(c);
            } else {
                i += special(text, i);
                out.reserve(length - i + 1);
            }
        }
        out.put('"');
    }

    /** Writes a character that is not plain; how many more than one of the text it took. */
    private int special(String text, int at) {
        char c = text.charAt(at);
        boolean pair = Character.isSurrogate(c) && Unicode.isPair(text, at);
        if (c < 0xA0 || c == 0x2028 || c == 0x2029) {
            escape(c);
        } else {
            out.reserve(4);
            out.encode(pair ? text.codePointAt(at) : Character.isSurrogate(c) ? '\uFFFD' : c);
        }
        return pair ? 1 : 0;
    }

    private static int plainLength(String text) {
        int length = text.length();
        int i = 0;
        while (i < length && isPlain(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7F && c != '"' && c != '\\';
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.add("\\\"");
            case '\\' -> out.add("\\\\");
            case '\n' -> out.add("\\n");
            case '\r' -> out.add("\\r");
            case '\t' -> out.add("\\t");
            default -> hex(c);
        }
    }

    private void hex(char c) {
        out.add("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.add(HEX.charAt((c >> shift) & 0xF));
        }
    }
}
