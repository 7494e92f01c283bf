package dev.footbridge.local;

import dev.footbridge.http.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts a stream of bytes into lines of bounded length. Used by one thread. */
final class LineReader {

    private final InputStream in;
    private final int maxBytes;
    private final byte[] buffer = new byte[8192];
    private int next;
    private int end;

    LineReader(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** A line without its end; {@code tooLong} if it had more bytes than allowed, and then its text is empty. */
    record Line(Bytes text, boolean tooLong) {}

    /** The next line, or empty at the end of the stream. The last line needs no line end. */
    Optional<Line> read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (true) {
            if (next == end && !fill()) {
                return line.size() == 0 && !tooLong ? Optional.empty() : Optional.of(lineOf(line, tooLong));
            }
            int stop = indexOfLineEnd();
            tooLong |= line.size() + stop - next > maxBytes;
            if (!tooLong) {
                line.write(buffer, next, stop - next);
            }
            next = stop;
            if (stop < end) {
                next++;
                return Optional.of(lineOf(line, tooLong));
            }
        }
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(in.read(buffer), 0);
        return end > 0;
    }

    private int indexOfLineEnd() {
        int at = next;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private static Line lineOf(ByteArrayOutputStream line, boolean tooLong) {
        return tooLong ? new Line(Bytes.EMPTY, true) : new Line(Bytes.of(line.toByteArray()), false);
    }
}
