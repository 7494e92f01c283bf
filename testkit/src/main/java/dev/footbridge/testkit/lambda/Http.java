package dev.footbridge.testkit.lambda;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of HTTP/1.1 on one connection, down to chunks and trailers, which the JDK's server does not show.
 */
final class Http implements AutoCloseable {

    private final InputStream in;
    private final OutputStream out;

    Http(Socket socket) throws IOException {
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** The head of a request; names of headers in lower case. */
    record Request(String method, String path, Map<String, String> headers) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** The next request; null once the other side has closed. */
    @Nullable
    Request next() throws IOException {
        String line = line();
        if (line.isEmpty()) {
            return null;
        }
        String[] parts = line.split(" ", 3);
        return new Request(parts[0], parts[1], headers());
    }

    /** Reads the body piece by piece, and answers the trailers. */
    Map<String, String> body(Request request, Consumer<byte[]> pieces) throws IOException {
        if (!request.header("transfer-encoding").equalsIgnoreCase("chunked")) {
            String length = request.header("content-length");
            byte[] whole = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
            if (whole.length > 0) {
                pieces.accept(whole);
            }
            return Map.of();
        }
        for (int size = size(); size > 0; size = size()) {
            pieces.accept(in.readNBytes(size));
            line();
        }
        return headers();
    }

    private int size() throws IOException {
        String line = line();
        if (line.isEmpty()) {
            throw new EOFException("gone within a body");
        }
        return Integer.parseInt(line, 16);
    }

    String bodyText(Request request) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        body(request, text::writeBytes);
        return text.toString(StandardCharsets.UTF_8);
    }

    void respond(int status, Map<String, String> headers, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Emulated\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        out.write(all.toByteArray());
        out.flush();
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    /** Without its end; empty at the end of the stream too. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
