package dev.footbridge.testkit.functions;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The text that becomes of a body. The host reads UTF-8, puts U+FFFD where there is none, drops a byte order mark, and
 * reads UTF-16 and UTF-32 where the mark is one of theirs. Bodies of {@code application/octet-stream} and
 * {@code multipart/…} it hands over as bytes, of which the worker makes text in the charset of its JVM, which is taken
 * to be UTF-8. Stateless.
 */
final class BodyText {

    private BodyText() {}

    static String of(HostRequest asked) {
        byte[] bytes = asked.body().array();
        String type = asked.header("content-type").toLowerCase(Locale.ROOT).strip();
        if (type.startsWith("application/octet-stream") || type.contains("multipart/")) {
            return text(bytes, 0, StandardCharsets.UTF_8);
        }
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return text(bytes, 3, StandardCharsets.UTF_8);
        }
        if (begins(bytes, 0xFF, 0xFE, 0, 0)) {
            return text(bytes, 4, Charset.forName("UTF-32LE"));
        }
        if (begins(bytes, 0, 0, 0xFE, 0xFF)) {
            return text(bytes, 4, Charset.forName("UTF-32BE"));
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return text(bytes, 2, StandardCharsets.UTF_16LE);
        }
        return begins(bytes, 0xFE, 0xFF)
                ? text(bytes, 2, StandardCharsets.UTF_16BE)
                : text(likeDotNet(bytes), 0, StandardCharsets.UTF_8);
    }

    /** Where Java puts one U+FFFD for half of a surrogate pair, which has three bytes, .NET puts three. */
    private static byte[] likeDotNet(byte[] bytes) {
        byte[] changed = bytes.clone();
        for (int i = 0; i + 2 < changed.length; i++) {
            if ((changed[i] & 0xFF) == 0xED && (changed[i + 1] & 0xE0) == 0xA0 && (changed[i + 2] & 0xC0) == 0x80) {
                Arrays.fill(changed, i, i + 3, (byte) 0xFF);
            }
        }
        return changed;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset);
    }
}
