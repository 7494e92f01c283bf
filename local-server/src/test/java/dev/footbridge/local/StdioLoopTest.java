package dev.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.call.Caller;
import dev.footbridge.dispatch.Conversation;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.log.Log;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StdioLoopTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Echo echo = new Echo();

    @Test
    void everyLineIsOneMessageAndEveryMessageOneLine() {
        run("{\"a\":1}\n{\"b\":2}\n", 100);

        assertThat(echo.received).containsExactly("{\"a\":1}", "{\"b\":2}");
        assertThat(written()).isEqualTo("{\"a\":1}\n{\"b\":2}\n");
    }

    @Test
    void lastLineNeedsNoLineEnd() {
        run("one\ntwo", 100);

        assertThat(echo.received).containsExactly("one", "two");
    }

    @Test
    void emptyLinesAndCarriageReturnsAreNoMessages() {
        run("\r\n\none\r\n\n", 100);

        assertThat(echo.received).containsExactly("one");
    }

    @Test
    void tooLongLineIsRefusedWithoutAnIdAndTheNextOneServed() {
        run("x".repeat(20_000) + "\nshort\n", 10_000);

        assertThat(echo.received).containsExactly("short");
        assertThat(written()).isEqualTo("""
                        {"jsonrpc":"2.0","error":{"code":-32600,"message":"The message is too large."}}
                        short
                        """);
    }

    @Test
    void lineOfExactlyTheLimitIsServed() {
        run("x".repeat(100) + "\n", 100);

        assertThat(echo.received).containsExactly("x".repeat(100));
    }

    @Test
    void endOfInputEndsTheConversation() {
        run("", 100);

        assertThat(echo.closed).isTrue();
    }

    @Test
    void inputThatBreaksEndsTheConversation() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };

        new StdioLoop(new StdioLoop.Channel(broken, out, 100, Duration.ZERO), Log.none()).run(echo::begin);

        assertThat(echo.closed).isTrue();
    }

    private void run(String input, int maxLineBytes) {
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        new StdioLoop(new StdioLoop.Channel(in, out, maxLineBytes, Duration.ZERO), Log.none()).run(echo::begin);
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Sends every message back. */
    static final class Echo {
        final List<String> received = new ArrayList<>();
        boolean closed;

        Conversation begin(Caller caller, Conversation.Outlet outlet) {
            return new Conversation() {
                @Override
                public void receive(Bytes message) {
                    received.add(message.asUtf8());
                    outlet.send(message);
                }

                @Override
                public void receive(Bytes message, Caller sender, Arrival arrival) {
                    throw new AssertionError("lines come without a credential of their own");
                }

                @Override
                public void awaitAnswers(Duration patience) {}

                @Override
                public void close() {
                    closed = true;
                }
            };
        }
    }
}
