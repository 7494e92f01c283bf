package dev.footbridge.processor.write;

import java.util.ArrayList;
import java.util.List;

/**
 * Java literals. Characters beyond ASCII stay as they are; {@link ModuleWriter} escapes those of the whole source at
 * once.
 */
final class Literals {

    private static final int LONGEST_ON_A_LINE = 70;
    private static final int UNICODE_ESCAPE = "\\u0000".length();

    /** Of a constant in a class file: 65,535 bytes, and a character takes three at most. */
    private static final int LONGEST_CONSTANT = 20_000;

    private Literals() {}

    /** A string: in quotes where it is short, as a text block where it is long. */
    static String string(String text) {
        if (text.length() <= LONGEST_ON_A_LINE) {
            return quoted(text);
        }
        List<String> parts = new ArrayList<>();
        for (int start = 0; start < text.length(); start += LONGEST_CONSTANT) {
            parts.add(block(text.substring(start, Math.min(text.length(), start + LONGEST_CONSTANT))));
        }
        StringBuilder whole = new StringBuilder(parts.get(0));
        parts.subList(1, parts.size())
                .forEach(part -> whole.append(".concat(").append(part).append(')'));
        return whole.toString();
    }

    static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().mapToObj(c -> c == '"' ? "\\\"" : escaped((char) c)).forEach(literal::append);
        return literal.append('"').toString();
    }

    /** {@code "a", "b"}. */
    static String list(List<String> texts) {
        return String.join(
                ", " + Code.BREAK, texts.stream().map(Literals::quoted).toList());
    }

    /** A template for {@link Types#fill}. */
    static String whole(long value) {
        if (value == Long.MAX_VALUE || value == Long.MIN_VALUE) {
            return value < 0 ? "#Long.MIN_VALUE" : "#Long.MAX_VALUE";
        }
        if (value == Integer.MAX_VALUE || value == Integer.MIN_VALUE) {
            return value < 0 ? "#Integer.MIN_VALUE" : "#Integer.MAX_VALUE";
        }
        return (int) value == value ? Long.toString(value) : value + "L";
    }

    static String number(double value) {
        return (int) value == value ? Integer.toString((int) value) : Double.toString(value);
    }

    /** Every line ends in a backslash, which takes the line break out of the text. */
    private static String block(String text) {
        StringBuilder block = new StringBuilder("\"\"\"").append(Code.LINE);
        int width = 0;
        int quotes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quotes = c == '"' ? quotes % 3 + 1 : 0;
            String shown = quotes == 3 ? "\\\"" : escaped(c);
            block.append(shown);
            width += c > '~' ? UNICODE_ESCAPE : shown.length();
            if (width >= breaksAt(c) || c == '\n' || i == text.length() - 1) {
                block.append('\\').append(Code.LINE);
                width = 0;
                quotes = 0;
            }
        }
        return block.append("\"\"\"").toString();
    }

    /** How wide a line must be to be broken behind this character. */
    private static int breaksAt(char c) {
        return switch (c) {
            case ',', ' ' -> 70;
            case ':', '[', '{' -> 90;
            default -> 108;
        };
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' || c == 0x7F ? String.format("\\%03o", (int) c) : String.valueOf(c);
        };
    }
}
