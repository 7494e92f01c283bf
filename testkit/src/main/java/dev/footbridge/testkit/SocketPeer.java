package dev.footbridge.testkit;

import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpResponse;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Speaks HTTP/1.1 to a loopback port with nothing between that would correct what is sent. One connection a request.
 */
public final class SocketPeer implements HttpPeer {

    private final int port;

    public SocketPeer(int port) {
        this.port = port;
    }

    @Override
    public Response send(Request request) {
        return open(request);
    }

    private SocketResponse open(Request request) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            try {
                return ask(socket, request);
            } catch (IOException | RuntimeException broken) {
                socket.close();
                throw broken;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private SocketResponse ask(Socket socket, Request request) throws IOException {
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(bytes(request));
        socket.getOutputStream().flush();
        return SocketResponse.read(socket);
    }

    /** Sends a request and reads the answer to its end. */
    public HttpResponse whole(Request request) {
        try (SocketResponse response = open(request)) {
            return new HttpResponse(response.status(), response.headers(), response.text.rest());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What goes over the connection for a request. */
    public byte[] bytes(Request request) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head(request).getBytes(StandardCharsets.UTF_8));
        all.writeBytes(request.body().array());
        return all.toByteArray();
    }

    private String head(Request request) {
        StringBuilder head = new StringBuilder();
        head.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
        if (request.headers().stream().noneMatch(header -> header.getKey().equalsIgnoreCase("host"))) {
            head.append("Host: localhost:").append(port).append("\r\n");
        }
        for (Map.Entry<String, String> header : request.headers()) {
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        if (request.body().length() > 0 || request.method().equals("POST")) {
            head.append("Content-Length: ").append(request.body().length()).append("\r\n");
        }
        return head.append("Connection: close\r\n\r\n").toString();
    }

    @Override
    public void close() {}

    private static final class SocketResponse implements Response {
        private final Socket socket;
        private final HttpText text;

        private SocketResponse(Socket socket, HttpText text) {
            this.socket = socket;
            this.text = text;
        }

        static SocketResponse read(Socket socket) throws IOException {
            return new SocketResponse(socket, HttpText.read(new BufferedInputStream(socket.getInputStream())));
        }

        @Override
        public int status() {
            return text.status();
        }

        @Override
        public Headers headers() {
            return text.headers();
        }

        @Override
        public Optional<Item> next(Duration patience) {
            try {
                socket.setSoTimeout((int) patience.toMillis());
                return text.next();
            } catch (SocketTimeoutException late) {
                return Optional.empty();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
