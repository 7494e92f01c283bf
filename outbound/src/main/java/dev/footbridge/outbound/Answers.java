package dev.footbridge.outbound;

import dev.footbridge.http.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Optional;

/**
 * Writes what is sent, and reads answers within a time and a size. Immutable.
 *
 * @param step how long each wait may take
 * @param whole how long all of it may take
 */
record Answers(Duration step, Duration whole, int maxBytes) {

    private static final int ERRORS = 400;

    Answers {
        boolean positive = step.toMillis() > 0 && whole.toMillis() > 0 && maxBytes > 0;
        if (!positive || step.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("times and sizes must be above zero");
        }
    }

    void write(Optional<Bytes> body, HttpURLConnection connection) throws IOException {
        if (body.isPresent()) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.get().length());
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.get().array());
            }
        }
    }

    OutboundResponse read(HttpURLConnection connection, long start) throws IOException {
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new IOException("the answer is not HTTP");
        }
        Optional<String> type = Optional.ofNullable(connection.getHeaderField("Content-Type"));
        try (InputStream in = status >= ERRORS ? connection.getErrorStream() : connection.getInputStream()) {
            return new OutboundResponse(status, type, in == null ? Bytes.utf8("") : bounded(in, start));
        }
    }

    void checkTime(long start) throws OutboundRefusal {
        if (System.nanoTime() - start > whole.toNanos()) {
            throw new OutboundRefusal("the answer took more than " + whole.toMillis() + " ms");
        }
    }

    private Bytes bounded(InputStream in, long start) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            read.write(buffer, 0, count);
            if (read.size() > maxBytes) {
                throw new OutboundRefusal("the answer has more than " + maxBytes + " bytes");
            }
            checkTime(start);
        }
        return Bytes.of(read.toByteArray());
    }
}
