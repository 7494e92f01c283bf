package dev.footbridge.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes JSON texts in every spelling the grammar allows, and damages them. The same seed gives the same ones. */
final class Documents {

    private static final List<String> NUMBERS = List.of(
            "0", "-0", "7", "-12", "1.5", "0.0", "-0.25e-7", "1E5", "1e+05", "2.50E-3", "9223372036854775808", "1e308");
    private static final List<String> PIECES = List.of(
            "a",
            "é",
            "😀",
            "\u2028",
            "\u007f",
            "\uFEFF",
            "\uFFFF",
            "\\n",
            "\\/",
            "\\\"",
            "\\\\",
            "\\u00e9",
            "\\u0000",
            "\\uD83D\\uDE00",
            "x y",
            "//",
            "'");
    /** What a reader may trip over, put anywhere. */
    private static final List<String> HOSTILE = List.of(
            "\\ud800",
            "\\udc00",
            "1e1000",
            "1E-1000",
            "1e0308",
            "\uFEFF",
            "\u0000",
            "01",
            "+1",
            ".5",
            "1.",
            "-",
            "NaN",
            "//",
            "/*",
            "#",
            "'",
            ",",
            ",,",
            ":",
            "]",
            "}",
            "[",
            "{",
            "\"",
            "\\",
            "\t",
            "\u00a0",
            "true",
            "nul",
            "{}",
            "[]",
            "\"a\":1,",
            "\"a\":1,\"a\":1",
            "[".repeat(70),
            "9".repeat(101),
            "\\u12",
            "\\x41");

    private static final byte[][] MALFORMED = {
        {(byte) 0xC0, (byte) 0xAF},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xE0, (byte) 0x80, (byte) 0xAF},
        {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
        {(byte) 0xFF},
        {(byte) 0x80},
        {(byte) 0xE2, (byte) 0x82},
    };

    private final Random random;

    Documents(long seed) {
        this.random = new Random(seed);
    }

    /** A text that breaks no rule. */
    String valid() {
        StringBuilder text = new StringBuilder();
        value(text, 1 + random.nextInt(5));
        return text.toString();
    }

    private void value(StringBuilder text, int depth) {
        blank(text);
        switch (random.nextInt(depth == 0 ? 5 : 9)) {
            case 0 -> text.append(random.nextBoolean());
            case 1 -> text.append("null");
            case 2 -> text.append(any(NUMBERS));
            case 3 -> text.append(random.nextLong());
            case 4 -> string(text, "");
            case 5, 6 -> object(text, depth);
            default -> array(text, depth);
        }
        blank(text);
    }

    private void object(StringBuilder text, int depth) {
        text.append('{');
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",");
            blank(text);
            string(text, Integer.toString(i));
            blank(text);
            text.append(':');
            value(text, depth - 1);
        }
        blank(text);
        text.append('}');
    }

    private void array(StringBuilder text, int depth) {
        text.append('[');
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",");
            value(text, depth - 1);
        }
        blank(text);
        text.append(']');
    }

    private void string(StringBuilder text, String beginning) {
        text.append('"').append(beginning);
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(any(PIECES));
        }
        text.append('"');
    }

    private void blank(StringBuilder text) {
        if (random.nextInt(4) == 0) {
            text.append(any(List.of(" ", "\t", "\r\n", "  ")));
        }
    }

    /** Bytes that were a valid text before one to three things happened to them. */
    byte[] damaged() {
        byte[] bytes = valid().getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes = damaged(bytes);
        }
        return bytes;
    }

    private byte[] damaged(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, at + random.nextInt(3));
        return switch (random.nextInt(6)) {
            case 0 -> replaced(bytes, at, at, any(HOSTILE).getBytes(StandardCharsets.UTF_8));
            case 1 -> replaced(bytes, at, end, MALFORMED[random.nextInt(MALFORMED.length)]);
            case 2 -> replaced(bytes, at, end, new byte[0]);
            case 3 -> replaced(bytes, at, end, new byte[] {(byte) random.nextInt(256)});
            case 4 -> replaced(bytes, at, end, new byte[] {(byte) (' ' + random.nextInt(95))});
            default -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at / 2, at));
        };
    }

    private static byte[] replaced(byte[] bytes, int start, int end, byte[] by) {
        byte[] changed = Arrays.copyOf(bytes, start + by.length + bytes.length - end);
        System.arraycopy(by, 0, changed, start, by.length);
        System.arraycopy(bytes, end, changed, start + by.length, bytes.length - end);
        return changed;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
