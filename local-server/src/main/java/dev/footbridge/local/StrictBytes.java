package dev.footbridge.local;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.impl.BasicHttpTransportMetrics;
import org.apache.hc.core5.http.io.HttpTransportMetrics;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * What has arrived on a connection and is not read yet. The library's own buffer takes any line that ends in a line
 * feed, and the end of the connection for the end of a line; a proxy in front may see it differently, and then one
 * request is two. Here a line ends as RFC 9112 §2.2 has it and in no other way, contains no control characters and does
 * not continue another one. Used by one thread at a time.
 */
final class StrictBytes implements SessionInputBuffer {

    /** In a body a line may have so much for the size of a chunk: the limit of the body bounds how many there are. */
    private static final int SIZE_LENGTH = 15;

    private final ClientSocket socket;
    private final byte[] bytes = new byte[8 << 10];
    private int start;
    private int end;

    /** How many bytes of lines may still come. */
    private int left;

    private boolean inFirstLine = true;
    private boolean overlong;
    private Optional<Body> body = Optional.empty();

    /** What else holds in a body. */
    private record Body(ChunkLines lines, long untilNanos) {}

    StrictBytes(ClientSocket socket) {
        this.socket = socket;
    }

    /** A line that is none, or could be read in two ways. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;

        Malformed() {
            super("not a line of HTTP");
        }
    }

    /** @param most how long all lines of it may be together */
    void beginHead(int most) {
        left = most;
        inFirstLine = true;
        overlong = false;
        body = Optional.empty();
    }

    /**
     * What comes is a body.
     *
     * @param most how long all extensions and trailers may be together
     * @param untilNanos when it must have come, in {@link System#nanoTime} units
     */
    void beginBody(int most, long untilNanos) {
        left = most;
        body = Optional.of(new Body(new ChunkLines(), untilNanos));
    }

    /** True if no line of this head has come whole, but for empty ones before it. */
    boolean inFirstLine() {
        return inFirstLine;
    }

    /** True if there was more than may be. */
    boolean overlong() {
        return overlong;
    }

    @Override
    public int length() {
        return end - start;
    }

    @Override
    public int capacity() {
        return bytes.length;
    }

    @Override
    public int available() {
        return bytes.length - length();
    }

    @Override
    public int read(byte[] into, int offset, int length, InputStream unused) throws IOException {
        if (start == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - start);
        System.arraycopy(bytes, start, into, offset, count);
        start += count;
        return count;
    }

    @Override
    public int read(byte[] into, InputStream unused) throws IOException {
        return read(into, 0, into.length, unused);
    }

    @Override
    public int read(InputStream unused) throws IOException {
        return start == end && !fill() ? -1 : bytes[start++] & 0xff;
    }

    /**
     * Reads the next line without its end.
     *
     * @param line is empty before
     * @return its length; -1 if the connection ends before a request begins
     */
    @Override
    public int readLine(CharArrayBuffer line, InputStream unused) throws IOException {
        int feed = find();
        while (feed < 0) {
            take(line, end);
            if (!fill()) {
                if (body.isPresent() || !inFirstLine || !line.isEmpty()) {
                    throw new EOFException();
                }
                return -1;
            }
            feed = find();
        }
        take(line, feed + 1);
        return withoutEnd(line);
    }

    @Override
    public HttpTransportMetrics getMetrics() {
        return new BasicHttpTransportMetrics();
    }

    private int find() {
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void take(CharArrayBuffer line, int to) throws MessageConstraintException {
        int free = body.isPresent() ? SIZE_LENGTH + 2 : 0;
        if (line.length() + to - start > left + free) {
            overlong = true;
            throw new MessageConstraintException("the lines are too long");
        }
        line.append(bytes, start, to - start);
        start = to;
    }

    private int withoutEnd(CharArrayBuffer line) throws Malformed {
        int length = line.length() - 2;
        if (length < 0 || line.charAt(length) != '\r') {
            throw new Malformed();
        }
        line.setLength(length);
        if (!isText(line) || (body.isPresent() && !body.get().lines().accept(line.toString()))) {
            throw new Malformed();
        }
        left -= body.isPresent() ? Math.max(0, length - SIZE_LENGTH) : length + 2;
        inFirstLine &= length == 0;
        return length;
    }

    /** Without control characters, and not the continuation of another line. */
    private static boolean isText(CharArrayBuffer line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f) {
                return false;
            }
        }
        return line.isEmpty() || (line.charAt(0) != ' ' && line.charAt(0) != '\t');
    }

    /** Only when all of it is read. */
    private boolean fill() throws IOException {
        int count = body.isPresent() ? socket.read(bytes, body.get().untilNanos()) : socket.read(bytes);
        start = 0;
        end = Math.max(count, 0);
        return count >= 0;
    }
}
