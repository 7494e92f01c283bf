package dev.footbridge.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A socket that says exactly what a test wants to say. */
final class RawClient implements AutoCloseable {

    private final Socket socket;

    private RawClient(Socket socket) {
        this.socket = socket;
    }

    static RawClient connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
        return new RawClient(socket);
    }

    static RawClient over(Socket connected) {
        return new RawClient(connected);
    }

    RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return this;
    }

    /** Lines with the line ends of HTTP between them, and none at the end. */
    RawClient sendLines(String... lines) throws IOException {
        return send(String.join("\r\n", lines));
    }

    RawClient get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    RawClient post(String path, String body) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body);
    }

    /** Everything up to and with the mark, or up to the end of the stream. */
    String readUntil(String mark) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0) {
            text.write(next);
            if (text.toString(StandardCharsets.UTF_8).endsWith(mark)) {
                break;
            }
            next = in.read();
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** How many bytes there were to the end, with a pause after each part. */
    long readSlowly(Duration pause, int part) throws IOException, InterruptedException {
        byte[] bytes = new byte[part];
        long sum = 0;
        int count = socket.getInputStream().read(bytes);
        while (count >= 0) {
            sum += count;
            Thread.sleep(pause.toMillis());
            count = socket.getInputStream().read(bytes);
        }
        return sum;
    }

    String readToEnd() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    void timeout(Duration limit) throws IOException {
        socket.setSoTimeout((int) limit.toMillis());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
