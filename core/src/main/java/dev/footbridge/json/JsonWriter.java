package dev.footbridge.json;

import java.nio.charset.StandardCharsets;
import java.util.Map;

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

    private final StringBuilder out = new StringBuilder(256);

    private JsonWriter() {}

    public static byte[] bytes(Json value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
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
            out.append(number.text());
        } else if (value instanceof JsonBoolean flag) {
            out.append(flag.value());
        } else if (value instanceof JsonText written) {
            written(written, level);
        } else {
            out.append("null");
        }
        return this;
    }

    private void written(JsonText written, int level) {
        if (level == COMPACT) {
            out.append(written.text());
        } else {
            write(written.parsed(), level);
        }
    }

    private void object(JsonObject object, int level) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, Json> member : object.entries()) {
            separate(first, deeper(level));
            first = false;
            string(member.getKey());
            out.append(level == COMPACT ? ":" : ": ");
            write(member.getValue(), deeper(level));
        }
        if (!first) {
            newLine(level);
        }
        out.append('}');
    }

    private void array(JsonArray array, int level) {
        out.append('[');
        boolean first = true;
        for (Json item : array.items()) {
            separate(first, deeper(level));
            first = false;
            write(item, deeper(level));
        }
        if (!first) {
            newLine(level);
        }
        out.append(']');
    }

    private static int deeper(int level) {
        return level == COMPACT ? COMPACT : level + 1;
    }

    private void separate(boolean first, int level) {
        if (!first) {
            out.append(',');
        }
        newLine(level);
    }

    private void newLine(int level) {
        if (level != COMPACT) {
            out.append('\n').append("  ".repeat(level));
        }
    }

    /** Most text is plain, and plain text is copied as it is. */
    private void string(String text) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                continue;
            }
            out.append(text, plain, i);
            if (!Character.isSurrogate(c)) {
                character(c);
            } else if (Unicode.isPair(text, i)) {
                out.append(c).append(text.charAt(++i));
            } else {
                out.append('\uFFFD');
            }
            plain = i + 1;
        }
        out.append(text, plain, text.length()).append('"');
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7F && c != '"' && c != '\\';
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029) {
                    hex(c);
                } else {
                    out.append(c);
                }
            }
        }
    }

    private void hex(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt((c >> shift) & 0xF));
        }
    }
}
