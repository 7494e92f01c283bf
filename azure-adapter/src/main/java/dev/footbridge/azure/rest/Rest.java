package dev.footbridge.azure.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Sends a request within a time, on connections that the JDK keeps for five seconds. By {@code HttpURLConnection},
 * which costs a start less than {@code java.net.http}. The JDK itself sends a request a second time when a kept
 * connection turns out to be dead, so whatever is sent must bear it. Redirects are not followed. Thread-safe.
 *
 * @param step how long connecting may take, and each wait for more bytes
 * @param whole how long all of it may take, looked at whenever bytes come
 */
public record Rest(Duration step, Duration whole) {

    private static final int MAX_BYTES = 8 << 20;

    /** @throws IOException if there was no whole answer in time; whether it was carried out is unknown */
    public RestAnswer send(RestRequest request) throws IOException {
        long start = System.nanoTime();
        URLConnection opened = request.uri().toURL().openConnection();
        if (!(opened instanceof HttpURLConnection connection)) {
            throw new IOException("no address of HTTP");
        }
        connection.setRequestMethod(request.method());
        connection.setConnectTimeout(millis());
        connection.setReadTimeout(millis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        request.headers().forEach(connection::setRequestProperty);
        if (request.body().length > 0) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(request.body());
            }
        }
        int status = connection.getResponseCode();
        return new RestAnswer(status, headers(connection), text(connection, status, start));
    }

    /** Zero would be for ever. */
    private int millis() {
        return (int) Math.max(1, step.toMillis());
    }

    private static Map<String, String> headers(HttpURLConnection connection) {
        Map<String, String> headers = new HashMap<>();
        connection.getHeaderFields().forEach((name, values) -> {
            if (name != null && !values.isEmpty()) {
                headers.put(name.toLowerCase(Locale.ROOT), values.get(0));
            }
        });
        return headers;
    }

    /** Reads to the end, or the connection would not be kept. */
    private String text(HttpURLConnection connection, int status, long start) throws IOException {
        InputStream stream = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        if (stream == null) {
            return "";
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
        return read.toString(StandardCharsets.UTF_8);
    }
}
