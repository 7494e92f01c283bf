package dev.footbridge.aws.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.log.Log;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The loop against a Runtime API that does not do what it should. */
@Timeout(60)
final class RuntimeLoopTest {

    private static final String WHOLE = "Content-Length: 7\r\n\r\n{\"a\":1}";

    private final AtomicInteger invoked = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 9\r\n\r\n{\"a\":1}",
                "Transfer-Encoding: chunked\r\n\r\n9\r\n{\"a\":1}",
                "Transfer-Encoding: chunked\r\n\r\n7\r\n{\"a\":1}\r\n",
                "Content-Le"
            })
    void halfAnEventIsNeverRun(String broken) throws Exception {
        assertThatThrownBy(() -> run(broken)).isInstanceOf(EOFException.class);
        assertThat(invoked).hasValue(0);
    }

    @Test
    void whereAnAnswerCannotBeSentTheNextEventComesOverAnotherConnection() {
        // the Runtime API breaks off before each answer, and is gone behind the third
        assertThatThrownBy(() -> run(WHOLE, WHOLE, WHOLE)).isInstanceOf(IOException.class);
        assertThat(invoked).hasValue(3);
    }

    /** @param answers to the first request of each connection; there is no second one */
    private void run(String... answers) throws IOException {
        try (ServerSocket api = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> answer(api, answers));
            server.start();
            String endpoint = api.getInetAddress().getHostAddress() + ":" + api.getLocalPort();
            new RuntimeLoop(endpoint, false, Log.none()).run((event, invocation, responder) -> {
                invoked.incrementAndGet();
                responder.whole(event);
            });
        }
    }

    private static void answer(ServerSocket api, String... answers) {
        try (api) {
            for (String answer : answers) {
                answer(api.accept(), "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: r1\r\n" + answer);
            }
        } catch (IOException gone) {
            // as it does what it should not
        }
    }

    private static void answer(Socket accepted, String text) throws IOException {
        try (Socket client = accepted) {
            client.getInputStream().read(new byte[4096]);
            client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
