package dev.footbridge.feature;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding of UTF-8 (RFC 3986 §2), strict in both directions. */
final class PercentCoding {

    private static final String HEX = "0123456789ABCDEF";
    private static final String RESERVED = ":/?#[]@!$&'()*+,;=";

    private PercentCoding() {}

    static boolean isUnreserved(char c) {
        return isAsciiLetterOrDigit(c) || "-._~".indexOf(c) >= 0;
    }

    static boolean isReserved(char c) {
        return RESERVED.indexOf(c) >= 0;
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** True if a whole escape such as {@code %2F} is at the index. */
    static boolean isEscape(String text, int index) {
        return text.charAt(index) == '%'
                && index + 2 < text.length()
                && hexValue(text.charAt(index + 1)) >= 0
                && hexValue(text.charAt(index + 2)) >= 0;
    }

    /** Everything but unreserved characters escaped. */
    static String encode(String text) {
        return encode(text, false);
    }

    /** Reserved characters and escapes left as they are. */
    static String encodeReserved(String text) {
        return encode(text, true);
    }

    private static String encode(String text, boolean keepReserved) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int point;
        for (int i = 0; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            char c = text.charAt(i);
            if (isUnreserved(c) || (keepReserved && (isReserved(c) || isEscape(text, i)))) {
                out.append(c);
            } else {
                escape(Character.toString(point), out);
            }
        }
        return out.toString();
    }

    /**
     * The URI in ASCII with upper-case escapes, so that equal URIs have equal text; empty if it has a broken escape or
     * a character no URI or IRI has.
     */
    static Optional<String> normalized(String uri) {
        StringBuilder out = new StringBuilder(uri.length());
        int point;
        for (int i = 0; i < uri.length(); i += Character.charCount(point)) {
            point = uri.codePointAt(i);
            if (point == '%') {
                if (!isEscape(uri, i)) {
                    return Optional.empty();
                }
                appendEscape(hexValue(uri.charAt(i + 1)) * 16 + hexValue(uri.charAt(i + 2)), out);
                i += 2;
            } else if (point > 0x7F) {
                if (point < 0xA0 || (point <= Character.MAX_VALUE && Character.isSurrogate((char) point))) {
                    return Optional.empty();
                }
                escape(Character.toString(point), out);
            } else if (point <= ' ' || point == 0x7F) {
                return Optional.empty();
            } else {
                out.append((char) point);
            }
        }
        return Optional.of(out.toString());
    }

    /** The characters that normalized text stands for; empty if its bytes are not UTF-8. */
    static Optional<String> decode(String normalized) {
        if (normalized.indexOf('%') < 0) {
            return Optional.of(normalized);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(normalized.length());
        for (int i = 0; i < normalized.length(); i++) {
            char c = normalized.charAt(i);
            if (c == '%') {
                bytes.write(hexValue(normalized.charAt(i + 1)) * 16 + hexValue(normalized.charAt(i + 2)));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return Optional.of(text.toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    private static void escape(String character, StringBuilder out) {
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
            appendEscape(b & 0xFF, out);
        }
    }

    private static void appendEscape(int octet, StringBuilder out) {
        out.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 0xF));
    }

    private static int hexValue(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
