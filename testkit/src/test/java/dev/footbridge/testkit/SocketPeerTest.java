package dev.footbridge.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.http.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SocketPeerTest {

    @Test
    void aConnectionWithoutAReadableAnswerIsClosed() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Integer> after = CompletableFuture.supplyAsync(() -> afterNonsense(server));
            HttpPeer.Request request = new HttpPeer.Request("GET", "/", List.of(), Bytes.EMPTY);

            assertThatThrownBy(() -> new SocketPeer(server.getLocalPort()).send(request))
                    .isInstanceOf(NumberFormatException.class);

            assertThat(after.get(10, TimeUnit.SECONDS)).isEqualTo(-1);
        }
    }

    /** What the client sends once it has read the answer; -1 if it closes. */
    private static int afterNonsense(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.setSoTimeout(5_000);
            String asked = "";
            while (!asked.endsWith("\r\n\r\n")) {
                asked += (char) socket.getInputStream().read();
            }
            socket.getOutputStream().write("HTTP/1.1 no status\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read();
        } catch (IOException open) {
            throw new UncheckedIOException(open);
        }
    }
}
