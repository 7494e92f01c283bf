package dev.footbridge.testkit.functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends what it is told, byte for byte. Stateless. */
final class PlainHttp {

    private PlainHttp() {}

    /** @param headers lines without their ends */
    static String get(int port, String path, String... headers) {
        return head(port, "GET", path, headers);
    }

    /** A request without a body. */
    static String head(int port, String method, String path, String... headers) {
        StringBuilder all = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: app.example\r\n");
        for (String header : headers) {
            all.append(header).append("\r\n");
        }
        return send(port, all.append("Connection: close\r\n\r\n").toString());
    }

    static String post(int port, String path, String type, String body) {
        return send(
                port,
                "POST " + path + " HTTP/1.1\r\nHost: app.example\r\nContent-Type: " + type + "\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + body);
    }

    static String send(int port, String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
