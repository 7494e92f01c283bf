package dev.footbridge.aws.sigv4;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request within a time, on connections that the JDK keeps for five seconds. By {@code HttpURLConnection},
 * which costs a start less than {@code java.net.http}. The JDK itself sends a POST a second time when a kept connection
 * turns out to be dead, so whatever is sent must bear it. Redirects are not followed. Thread-safe.
 *
 * @param step how long connecting may take, and each wait for more bytes
 * @param whole how long all of it may take, looked at whenever bytes come
 */
record JsonPost(Duration step, Duration whole) {

    private static final int MAX_BYTES = 8 << 20;

    record Answer(int status, String text) {}

    Answer get(URI from, Map<String, String> headers) throws IOException {
        return exchange(from, headers, null);
    }

    Answer post(URI to, Map<String, String> headers, byte[] body) throws IOException {
        return exchange(to, headers, body);
    }

    private Answer exchange(URI uri, Map<String, String> headers, byte @Nullable [] body) throws IOException {
        long start = System.nanoTime();
        URLConnection opened = uri.toURL().openConnection();
        if (!(opened instanceof HttpURLConnection connection)) {
            throw new IOException("no address of HTTP");
        }
        connection.setConnectTimeout((int) step.toMillis());
        connection.setReadTimeout((int) step.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        headers.forEach(connection::setRequestProperty);
        if (body != null) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        return answer(connection, start);
    }

    /** Reads to the end, or the connection would not be kept. */
    private Answer answer(HttpURLConnection connection, long start) throws IOException {
        int status = connection.getResponseCode();
        InputStream stream = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        if (stream == null) {
            return new Answer(status, "");
        }
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (InputStream in = stream) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                read.write(buffer, 0, count);
                if (read.size() > MAX_BYTES || System.nanoTime() - start > whole.toNanos()) {
                    connection.disconnect();
                    throw new IOException("the answer is too long, or comes too slowly");
                }
            }
        }
        return new Answer(status, read.toString(StandardCharsets.UTF_8));
    }
}
