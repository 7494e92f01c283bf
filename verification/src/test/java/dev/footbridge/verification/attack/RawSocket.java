package dev.footbridge.verification.attack;

import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.SocketPeer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Bytes to a loopback port and back, one connection each; the first answer is the one. Stateless. */
final class RawSocket {

    private static final int PATIENCE_MILLIS = 15_000;

    private RawSocket() {}

    static Reply send(HttpPeer.Request request, int port) {
        return send(new SocketPeer(port).bytes(request), port, false);
    }

    /** @param halfClose whether the client says that it sends nothing more */
    static Reply send(byte[] request, int port, boolean halfClose) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(socket, request, halfClose);
            return read(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A server that has refused may close before everything is sent. */
    private static void write(Socket socket, byte[] request, boolean halfClose) throws IOException {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            if (halfClose) {
                socket.shutdownOutput();
            }
        } catch (SocketException closed) {
            // Whether there was an answer shows when it is read.
        }
    }

    private static Reply read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                bytes.write(next);
                if (next == '}' || next == '\n') {
                    if (isWhole(bytes.toString(StandardCharsets.ISO_8859_1))) {
                        break;
                    }
                }
            }
        } catch (SocketException | SocketTimeoutException closed) {
            // What has come is the answer.
        }
        return reply(bytes.toString(StandardCharsets.UTF_8));
    }

    private static boolean isWhole(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        String head = text.substring(0, end).toLowerCase(Locale.ROOT);
        int at = head.indexOf("content-length: ");
        if (at < 0) {
            return head.contains(" 204 ") || head.contains(" 202 ");
        }
        String length = head.substring(at + "content-length: ".length())
                .split("\r\n", 2)[0]
                .strip();
        return text.length() - end - 4 >= Integer.parseInt(length);
    }

    private static Reply reply(String text) {
        if (!text.startsWith("HTTP/1.")) {
            return new Reply(0, "", text);
        }
        String[] parts = text.split("\r\n\r\n", 2);
        int status = Integer.parseInt(parts[0].substring("HTTP/1.1 ".length()).substring(0, 3));
        return new Reply(status, parts[0], parts.length == 2 ? parts[1] : "");
    }
}
