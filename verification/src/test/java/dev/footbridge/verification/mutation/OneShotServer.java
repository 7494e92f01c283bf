package dev.footbridge.verification.mutation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.BinaryOperator;

/**
 * Answers one request on each connection, in one packet: the JDK's server sends two, and the second waits 40 ms for the
 * client's acknowledgement, which thousands of requests feel.
 */
public final class OneShotServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final BinaryOperator<String> answers;
    private final Thread thread = new Thread(this::serve, "one-shot-server");

    /** @param answers a JSON text for a path and a body */
    public OneShotServer(BinaryOperator<String> answers) throws IOException {
        this.answers = answers;
        thread.setDaemon(true);
        thread.start();
    }

    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                client.getOutputStream().write(answer(client.getInputStream()));
            } catch (IOException gone) {
                // the next client, or the end
            }
        }
    }

    private byte[] answer(InputStream in) throws IOException {
        String head = head(in);
        String path = head.split(" ", 3)[1];
        int mark = head.toLowerCase(Locale.ROOT).indexOf("content-length: ");
        int length = mark < 0
                ? 0
                : Integer.parseInt(
                        head.substring(mark + 16, head.indexOf('\r', mark)).strip());
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        String json = answers.apply(path, body);
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                        + json.length() + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
