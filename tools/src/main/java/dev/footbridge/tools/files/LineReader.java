package dev.footbridge.tools.files;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads lines of any length and keeps no more than so many characters of one. Not thread-safe. */
final class LineReader {

    private final Reader reader;
    private final int maxChars;
    private final char[] buffer = new char[8192];
    private int at;
    private int end;

    LineReader(Reader reader, int maxChars) {
        this.reader = reader;
        this.maxChars = maxChars;
    }

    /**
     * One line without its end.
     *
     * @param text some of its characters
     * @param start how many characters of it come before the text
     * @param length how long it is in the file, in UTF-16 units
     */
    record Line(String text, long start, long length) {

        /** Where the text ends in the line. */
        long end() {
            return start + text.length();
        }

        boolean cut() {
            return length > end();
        }
    }

    /** The next line, or null at the end of the file. */
    @Nullable
    Line next() throws IOException {
        return next(0, maxChars);
    }

    /**
     * The next line, or null at the end of the file.
     *
     * @param skip characters at its beginning to leave out
     * @param most characters to keep behind them
     */
    @Nullable
    Line next(long skip, int most) throws IOException {
        StringBuilder text = new StringBuilder();
        long length = 0;
        int letter = read();
        if (letter == -1) {
            return null;
        }
        while (letter != -1 && letter != '\n' && letter != '\r') {
            if (length >= skip && text.length() < most) {
                text.append((char) letter);
            }
            length++;
            letter = read();
        }
        if (letter == '\r' && read() != '\n') {
            unread();
        }
        boolean cut = length > skip + text.length();
        return new Line(cut ? withoutHalfPair(text) : text.toString(), Math.min(skip, length), length);
    }

    private static String withoutHalfPair(StringBuilder text) {
        int last = text.length() - 1;
        return last > 0 && Character.isHighSurrogate(text.charAt(last)) ? text.substring(0, last) : text.toString();
    }

    private int read() throws IOException {
        if (at == end) {
            int count = reader.read(buffer, 0, buffer.length);
            at = 0;
            end = Math.max(count, 0);
            if (count < 1) {
                return -1;
            }
        }
        return buffer[at++];
    }

    private void unread() {
        if (at > 0) {
            at--;
        }
    }
}
