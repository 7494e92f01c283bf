package dev.footbridge.tools.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the bytes of a file become text, judged by its first bytes.
 *
 * @param label for people
 * @param markLength bytes of the byte order mark
 */
record TextKind(Charset charset, String label, int markLength) {

    static final int SAMPLE_BYTES = 64 * 1024;

    static final TextKind UTF_8 = new TextKind(StandardCharsets.UTF_8, "UTF-8", 0);

    private static final TextKind UTF_8_MARKED = new TextKind(StandardCharsets.UTF_8, "UTF-8 with BOM", 3);
    private static final TextKind UTF_16LE = new TextKind(StandardCharsets.UTF_16LE, "UTF-16LE", 2);
    private static final TextKind UTF_16BE = new TextKind(StandardCharsets.UTF_16BE, "UTF-16BE", 2);
    private static final TextKind LATIN_1 =
            new TextKind(StandardCharsets.ISO_8859_1, "Latin-1, guessed: it is not UTF-8", 0);

    private static final TextKind WINDOWS_1252 =
            new TextKind(Charset.forName("windows-1252"), "Windows-1252, guessed: it is not UTF-8", 0);

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** Text with its encoding still known. */
    record Opened(TextKind kind, Reader reader) {}

    /** Begins to read, or answers empty for a file that is not text. The stream stays the caller's to close. */
    static Optional<Opened> open(InputStream bytes) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(bytes, SAMPLE_BYTES);
        stream.mark(SAMPLE_BYTES);
        byte[] sample = stream.readNBytes(SAMPLE_BYTES);
        stream.reset();
        Optional<TextKind> kind = of(sample, sample.length < SAMPLE_BYTES);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        stream.skipNBytes(kind.get().markLength);
        return Optional.of(new Opened(kind.get(), new InputStreamReader(stream, kind.get().charset)));
    }

    /** All of a file as text, or empty if it is not text. */
    static Optional<String> decode(byte[] content) {
        return of(content, true).map(kind -> kind.text(content));
    }

    String text(byte[] content) {
        return new String(content, markLength, content.length - markLength, charset);
    }

    /**
     * Text as bytes, behind the byte order mark of what it replaces.
     *
     * @return empty if the encoding lacks a character, or the bytes before were not sound and would not survive
     */
    Optional<byte[]> bytes(byte[] before, String text) {
        if (!charset.newEncoder().canEncode(text) || !Arrays.equals(before, marked(before, text(before)))) {
            return Optional.empty();
        }
        return Optional.of(marked(before, text));
    }

    private byte[] marked(byte[] before, String text) {
        byte[] body = text.getBytes(charset);
        byte[] all = Arrays.copyOf(before, markLength + body.length);
        System.arraycopy(body, 0, all, markLength, body.length);
        return all;
    }

    /** @param complete whether the sample is the whole file */
    static Optional<TextKind> of(byte[] sample, boolean complete) {
        if (starts(sample, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(UTF_8_MARKED);
        }
        if (starts(sample, 0xFF, 0xFE) && !starts(sample, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(UTF_16LE);
        }
        if (starts(sample, 0xFE, 0xFF)) {
            return Optional.of(UTF_16BE);
        }
        if (looksBinary(sample)) {
            return Optional.empty();
        }
        if (isUtf8(sample, complete)) {
            return Optional.of(UTF_8);
        }
        return Optional.of(isWindows1252(sample) ? WINDOWS_1252 : LATIN_1);
    }

    private static boolean starts(byte[] sample, int... octets) {
        if (sample.length < octets.length) {
            return false;
        }
        for (int i = 0; i < octets.length; i++) {
            if ((sample[i] & 0xFF) != octets[i]) {
                return false;
            }
        }
        return true;
    }

    /** A zero byte, or more than one control character in twenty, never occurs in text for people. */
    private static boolean looksBinary(byte[] sample) {
        if (sample.length >= PDF.length
                && ByteBuffer.wrap(sample, 0, PDF.length).equals(ByteBuffer.wrap(PDF))) {
            return true;
        }
        int controls = 0;
        for (byte octet : sample) {
            if (octet == 0) {
                return true;
            }
            if (octet > 0 && octet < 0x20 && !isLayout(octet)) {
                controls++;
            }
        }
        return controls > sample.length / 20;
    }

    /** Tab to carriage return, and the escape of terminal colours. */
    private static boolean isLayout(byte octet) {
        return (octet >= '\t' && octet <= '\r') || octet == 0x1B;
    }

    /** It has all letters of Latin-1, and five octets without a meaning. */
    private static boolean isWindows1252(byte[] sample) {
        for (byte octet : sample) {
            int value = octet & 0xFF;
            if (value == 0x81 || value == 0x8D || value == 0x8F || value == 0x90 || value == 0x9D) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] sample, boolean complete) {
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(sample), CharBuffer.allocate(sample.length + 1), complete);
        return !result.isError();
    }
}
