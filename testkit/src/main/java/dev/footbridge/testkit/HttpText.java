package dev.footbridge.testkit;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an HTTP/1.1 response from a connection: head, then a whole body or server-sent events. Not thread-safe. */
final class HttpText {

    private final int status;
    private final Headers headers;
    private final Source body;

    private HttpText(int status, Headers headers, Source body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    private static Source body(InputStream raw, Headers headers) {
        return headers.first("transfer-encoding").orElse("").equalsIgnoreCase("chunked")
                ? new Chunks(raw)
                : new Counted(
                        raw, Long.parseLong(headers.first("content-length").orElse("-1")));
    }

    static HttpText read(InputStream in) throws IOException {
        String[] first = line(in).split(" ", 3);
        if (first.length < 2) {
            throw new IOException("the server closed the connection without an answer");
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(":", 2);
            headers.computeIfAbsent(parts[0].toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                    .add(parts[1]);
        }
        Headers all = new Headers(headers);
        return new HttpText(Integer.parseInt(first[1]), all, body(in, all));
    }

    /** A response that came otherwise. */
    static HttpText of(HttpResponse response) {
        InputStream body = response.body() instanceof Bytes bytes
                ? new ByteArrayInputStream(bytes.array())
                : InputStream.nullInputStream();
        return new HttpText(response.status(), response.headers(), body::read);
    }

    int status() {
        return status;
    }

    Headers headers() {
        return headers;
    }

    /** The body as a whole; empty once it was read. */
    Optional<String> whole() throws IOException {
        Bytes rest = rest();
        return rest.length() == 0 ? Optional.empty() : Optional.of(rest.asUtf8());
    }

    /** All that was not read yet. */
    Bytes rest() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = body.read(); next >= 0; next = body.read()) {
            bytes.write(next);
        }
        return Bytes.of(bytes.toByteArray());
    }

    /** Whether the body is events. */
    boolean isStream() {
        return headers.first("content-type").orElse("").toLowerCase(Locale.ROOT).startsWith("text/event-stream");
    }

    /** The next event, or the whole body of another kind of response; empty at its end. */
    Optional<HttpPeer.Item> next() throws IOException {
        return isStream() ? event() : whole().filter(text -> !text.isEmpty()).map(HttpPeer.Item::of);
    }

    /** The next event that has an id or data, comments passed over; empty at the end. */
    Optional<HttpPeer.Item> event() throws IOException {
        String id = null;
        String name = null;
        StringBuilder data = null;
        for (String line = lineOrNull(body); line != null; line = lineOrNull(body)) {
            String value = line.substring(Math.min(line.length(), line.indexOf(':') + 1))
                    .stripLeading();
            if (line.isEmpty() && (data != null || id != null)) {
                return Optional.of(new HttpPeer.Item(
                        Optional.ofNullable(id), Optional.ofNullable(name), data == null ? "" : data.toString()));
            } else if (line.startsWith("id:")) {
                id = value;
            } else if (line.startsWith("event:")) {
                name = value;
            } else if (line.startsWith("data:")) {
                data = (data == null ? new StringBuilder() : data.append('\n')).append(value);
            }
        }
        return Optional.empty();
    }

    private static String line(InputStream in) throws IOException {
        String line = lineOrNull(in::read);
        return line == null ? "" : line;
    }

    private static @Nullable String lineOrNull(Source in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Bytes one by one, -1 at the end. */
    private interface Source {
        int read() throws IOException;
    }

    private static final class Chunks implements Source {
        private final InputStream in;
        private long left;
        private boolean ended;

        private Chunks(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            if (left == 0 && !ended) {
                left = Long.parseLong(line(in).split(";", 2)[0].strip(), 16);
                ended = left == 0;
            }
            if (ended) {
                return -1;
            }
            int next = in.read();
            left--;
            if (left == 0) {
                line(in);
            }
            return next;
        }
    }

    private static final class Counted implements Source {
        private final InputStream in;
        private long left;

        private Counted(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) {
                return -1;
            }
            left--;
            return in.read();
        }
    }
}
