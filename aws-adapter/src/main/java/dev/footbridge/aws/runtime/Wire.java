package dev.footbridge.aws.runtime;

import dev.footbridge.http.Bytes;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One connection to the Runtime API, which is HTTP/1.1 on this very machine: raw, because the JDK's clients take longer
 * to load than everything else this adapter does. Not thread-safe.
 */
final class Wire implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2000;
    private static final int MAX_LINE = 64 * 1024;
    private static final String BROKEN_OFF = "the Runtime API broke off";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String host;

    private Wire(Socket socket, String host) throws IOException {
        this.socket = socket;
        this.host = host;
        this.in = new BufferedInputStream(socket.getInputStream(), 8192);
        this.out = socket.getOutputStream();
    }

    /** @param endpoint host and port, as {@code AWS_LAMBDA_RUNTIME_API} says them */
    static Wire open(String endpoint) throws IOException {
        int colon = endpoint.lastIndexOf(':');
        String host = colon < 0 ? endpoint : endpoint.substring(0, colon);
        int port = colon < 0 ? 80 : Integer.parseInt(endpoint.substring(colon + 1));
        Socket socket = new Socket();
        // Without this every answer waits for an acknowledgement that is held back for 40 ms.
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
        return new Wire(socket, endpoint);
    }

    /** What came back; names of headers in lower case. */
    record Answer(int status, Map<String, String> headers, Bytes body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    Answer get(String path) throws IOException {
        send(head("GET", path, Map.of(), "").getBytes(StandardCharsets.ISO_8859_1));
        return answer();
    }

    Answer post(String path, Map<String, String> headers, byte[] body) throws IOException {
        byte[] head = head("POST", path, headers, "Content-Length: " + body.length + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        // In one write: the other side reads head and body at once.
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        send(all);
        return answer();
    }

    /** Begins a POST whose body is sent in chunks. */
    void begin(String path, Map<String, String> headers) throws IOException {
        send(head("POST", path, headers, "Transfer-Encoding: chunked\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    void chunk(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return;
        }
        ByteArrayOutputStream chunk = new ByteArrayOutputStream(bytes.length + 16);
        chunk.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        chunk.write(bytes);
        chunk.write('\r');
        chunk.write('\n');
        send(chunk.toByteArray());
    }

    /** Ends what {@link #begin} began, with trailers. */
    Answer end(Map<String, String> trailers) throws IOException {
        StringBuilder last = new StringBuilder("0\r\n");
        trailers.forEach(
                (name, value) -> last.append(name).append(": ").append(value).append("\r\n"));
        send(last.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        return answer();
    }

    private String head(String method, String path, Map<String, String> headers, String framing) {
        StringBuilder head = new StringBuilder(256)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append(framing).append("\r\n").toString();
    }

    private void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    private Answer answer() throws IOException {
        String[] status = line().split(" ", 3);
        if (status.length < 2 || !status[0].startsWith("HTTP/1.")) {
            throw new IOException("the Runtime API does not speak HTTP");
        }
        Map<String, String> headers = headers();
        boolean chunked = headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked");
        byte[] body = chunked ? chunks() : bytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Answer(Integer.parseInt(status[1]), headers, Bytes.of(body));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).trim());
            }
        }
        return headers;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(line()); size > 0; size = size(line())) {
            body.write(bytes(size));
            line();
        }
        headers();
        return body.toByteArray();
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException(BROKEN_OFF);
        }
        return bytes;
    }

    private static int size(String line) {
        int end = line.indexOf(';');
        return Integer.parseInt((end < 0 ? line : line.substring(0, end)).trim(), 16);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        int c = in.read();
        while (c != '\n') {
            if (c < 0 || line.size() > MAX_LINE) {
                throw new EOFException(BROKEN_OFF);
            }
            if (c != '\r') {
                line.write(c);
            }
            c = in.read();
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
