package dev.footbridge.oauth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One request to an authorization server, within a size and within a time. Redirects are not followed: a configured
 * place is the place. By {@code HttpURLConnection}, which costs a start less than {@code java.net.http}. Thread-safe.
 *
 * @param step how long connecting may take, and each wait for more bytes
 * @param whole how long all of it may take, looked at whenever bytes come
 */
record Fetch(Duration step, Duration whole, int maxBytes) {

    /** @throws IOException if there is no answer with status 200 within the limits */
    byte[] get(URI from) throws IOException {
        long start = System.nanoTime();
        HttpURLConnection connection = open(from);
        try {
            return body(connection, start);
        } finally {
            connection.disconnect();
        }
    }

    /** As {@link #get}, after sending a form. */
    byte[] post(URI to, Map<String, String> headers, byte[] form) throws IOException {
        long start = System.nanoTime();
        HttpURLConnection connection = open(to);
        try {
            headers.forEach(connection::setRequestProperty);
            connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(form.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(form);
            }
            return body(connection, start);
        } finally {
            connection.disconnect();
        }
    }

    private HttpURLConnection open(URI uri) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout((int) step.toMillis());
        connection.setReadTimeout((int) step.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestProperty("Accept", "application/json");
        return connection;
    }

    private byte[] body(HttpURLConnection connection, long start) throws IOException {
        int status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            throw new IOException("status " + status);
        }
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (InputStream in = connection.getInputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                read.write(buffer, 0, count);
                if (read.size() > maxBytes) {
                    throw new IOException("more than " + maxBytes + " bytes");
                }
                if (System.nanoTime() - start > whole.toNanos()) {
                    throw new IOException("slower than " + whole.toMillis() + " ms");
                }
            }
        }
        return read.toByteArray();
    }
}
