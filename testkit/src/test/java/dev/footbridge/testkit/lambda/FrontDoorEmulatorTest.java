package dev.footbridge.testkit.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonObject;
import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.SocketPeer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
final class FrontDoorEmulatorTest {

    private RuntimeEmulator runtime;

    @BeforeEach
    void start() throws IOException {
        runtime = RuntimeEmulator.start();
    }

    @AfterEach
    void stop() throws IOException {
        runtime.close();
    }

    @ParameterizedTest
    @CsvSource({"FUNCTION_URL, 502", "HTTP_API, 503", "REST_API, 504", "ALB, 502", "ALB_MULTI, 502"})
    void aFunctionThatTakesTooLongIsGivenUp(Door door, int status) throws IOException {
        assertThat(asked(door, Duration.ofMillis(50)).status()).isEqualTo(status);
    }

    @Test
    void aStreamThatTakesTooLongEndsAsFarAsItCame() throws IOException {
        String[] address = runtime.endpoint().split(":", 2);
        try (Socket function = new Socket(address[0], Integer.parseInt(address[1]))) {
            Thread running = new Thread(() -> beginToAnswer(function));
            running.start();

            HttpResponse answer = asked(Door.FUNCTION_URL, Duration.ofSeconds(1));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(((Bytes) answer.body()).asUtf8()).isEqualTo("begun");
        }
    }

    private HttpResponse asked(Door door, Duration limit) throws IOException {
        FrontDoorEmulator.Settings settings = new FrontDoorEmulator.Settings(door, unused -> JsonObject.EMPTY, limit);
        try (FrontDoorEmulator emulator = FrontDoorEmulator.start(0, runtime, settings)) {
            return new SocketPeer(emulator.port()).whole(new HttpPeer.Request("GET", "/", List.of(), Bytes.EMPTY));
        }
    }

    /** As a streaming function does, which then goes on for ever. */
    private static void beginToAnswer(Socket socket) {
        try {
            String api = "/2018-06-01/runtime/invocation/";
            write(socket, "GET " + api + "next HTTP/1.1\r\n\r\n");
            StringBuilder event = new StringBuilder();
            while (!event.toString().endsWith("\r\n\r\n")) {
                event.append((char) socket.getInputStream().read());
            }
            String id = event.toString().replaceAll("(?s).*Request-Id: (\\S+).*", "$1");
            write(
                    socket,
                    "POST " + api + id + "/response HTTP/1.1\r\nLambda-Runtime-Function-Response-Mode: streaming\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n1f\r\n{\"statusCode\":200}\0\0\0\0\0\0\0\0begun\r\n");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
