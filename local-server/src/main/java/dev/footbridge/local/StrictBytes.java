package dev.footbridge.local;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
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

    /** Of each line behind the head so much is free: the size of a chunk, which the limit of a body bounds. */
    private static final int FREE = 18;

    private final ClientSocket socket;
    private final byte[] bytes = new byte[8 << 10];
    private int start;
    private int end;

    /** How many bytes of lines may still come. */
    private int left;

    private int lines;
    private boolean inBody;
    private ChunkLines chunks = new ChunkLines();
    private long until;

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
        lines = 0;
        inBody = false;
    }

    /**
     * What comes is a body.
     *
     * @param most how long all extensions and trailers may be together
     * @param untilNanos when it must have come, in {@link System#nanoTime} units
     */
    void beginBody(int most, long untilNanos) {
        left = most;
        inBody = true;
        chunks = new ChunkLines();
        until = untilNanos;
    }

    /** How many lines of this head have come. */
    int lines() {
        return lines;
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
     * Appends the next line without its end.
     *
     * @return its length; -1 if the connection ends before a request begins
     */
    @Override
    public int readLine(CharArrayBuffer line, InputStream unused) throws IOException {
        int before = line.length();
        int feed = find();
        while (feed < 0) {
            take(line, end);
            if (!fill()) {
                if (inBody || lines > 0 || line.length() > before) {
                    throw new EOFException();
                }
                return -1;
            }
            feed = find();
        }
        take(line, feed + 1);
        return check(line, before);
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
        if (to - start > left - line.length()) {
            throw new MessageConstraintException("the lines are too long");
        }
        line.append(bytes, start, to - start);
        start = to;
    }

    /** The line with its end, which is taken off. */
    private int check(CharArrayBuffer line, int before) throws IOException {
        int length = line.length() - before - 2;
        if (length < 0 || line.charAt(before + length) != '\r') {
            throw new Malformed();
        }
        left -= inBody ? Math.max(0, length - FREE) : length + 2;
        line.setLength(before + length);
        if (!isText(line, before) || (inBody && !chunks.allow(line.substring(before, line.length())))) {
            throw new Malformed();
        }
        lines++;
        return length;
    }

    /** Without control characters, and not the continuation of another line. */
    private static boolean isText(CharArrayBuffer line, int from) {
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f) {
                return false;
            }
        }
        return line.length() == from || (line.charAt(from) != ' ' && line.charAt(from) != '\t');
    }

    /** Only when all of it is read. */
    private boolean fill() throws IOException {
        int count = inBody ? socket.read(bytes, until) : socket.read(bytes);
        start = 0;
        end = Math.max(count, 0);
        return count >= 0;
    }
}
