package dev.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.http.Bytes;
import dev.footbridge.local.JettyOpinion.Found;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What ours takes for a request, another parser takes for the same one: it ends where that one says, and says the same.
 */
final class RequestReaderAgainstJettyTest {

    private static final int ROUNDS = 200_000;
    private static final Limits LIMITS = Limits.DEFAULTS;

    private static final List<String> SEEDS = List.of(
            "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "HEAD /healthz?a=%20b&c HTTP/1.0\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: [::1]:8080\r\nOrigin: null\r\n\r\n",
            "POST /mcp HTTP/1.1\r\nHost: localhost:8080\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
            "POST /mcp HTTP/1.1\r\nHost: a\r\nX-Two: 1\r\nx-two:\t2 \r\nX-None:\r\nContent-Length: 10\r\n\r\n0123456789",
            "POST /mcp HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=\"y\"\r\n0123456789\r\n0\r\nX-T: v\r\n\r\n",
            "DELETE /mcp HTTP/1.1\r\nHost: a.example\r\nMcp-Session-Id: 1\r\nConnection: keep-alive, x\r\nContent-Length: 0\r\n\r\n",
            "POST http://a/mcp HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\nabc");

    private static final List<String> SPLICES = List.of(
            "\r",
            "\n",
            "\r\n",
            "\r\n\r\n",
            "\n\n",
            " ",
            "\t",
            ":",
            "\0",
            "\u007f",
            "\u00e9",
            "0",
            "+",
            "-",
            "f",
            "0x",
            ",",
            ";",
            "_",
            "Content-Length: 1\r\n",
            "Content-Length:\r\n",
            "Content-Length : 3\r\n",
            "content-length: +2\r\n",
            "Content-Length: 2, 2\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding:\tchunked\r\n",
            "Transfer-Encoding: identity\r\n",
            "Transfer-Encoding: xchunked\r\n",
            "Transfer-Encoding: chunked, gzip\r\n",
            "Transfer-Encoding: gzip, chunked\r\n",
            "Transfer-Encoding: \"chunked\"\r\n",
            "Transfer-Encoding:\r\n chunked\r\n",
            "Host: b\r\n",
            "Host:\r\n",
            " folded\r\n",
            "HTTP/1.1",
            "HTTP/1.0",
            "HTTP/2.0",
            "http/1.1",
            "//b@",
            "chunked");

    @Test
    void whatIsARequestToBothIsTheSameOneAndWhatIsNoneToJettyIsNoneToUs() {
        Random random = new Random(9112);
        int taken = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = damaged(random);
            List<Found> ours = ours(bytes);
            JettyOpinion theirs = JettyOpinion.of(bytes, LIMITS.maxHeaderBytes());

            List<Found> asMany = theirs.found().stream().limit(ours.size()).toList();
            assertThat(ours).as(new String(bytes, StandardCharsets.ISO_8859_1)).isEqualTo(asMany);
            taken += ours.size();
            refused += theirs.refused() == 0 ? 0 : 1;
        }
        assertThat(taken).isGreaterThan(ROUNDS / 5);
        assertThat(refused).isGreaterThan(ROUNDS / 5);
    }

    @Test
    void goodRequestsAreTakenOneBehindTheOther() {
        byte[] all = String.join("", SEEDS).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(ours(all)).hasSameSizeAs(SEEDS);
        assertThat(JettyOpinion.of(all, LIMITS.maxHeaderBytes()).found()).isEqualTo(ours(all));
    }

    private static byte[] damaged(Random random) {
        StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        if (random.nextInt(4) == 0) {
            text.append(SEEDS.get(random.nextInt(SEEDS.size())));
        }
        for (int changes = random.nextInt(4); changes >= 0; changes--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, SPLICES.get(random.nextInt(SPLICES.size())));
                case 1 -> text.insert(lineStart(text, at), SPLICES.get(random.nextInt(SPLICES.size())));
                case 2 -> text.deleteCharAt(at);
                default -> text.setCharAt(at, (char) random.nextInt(256));
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int lineStart(StringBuilder text, int at) {
        return text.lastIndexOf("\n", at) + 1;
    }

    private static List<Found> ours(byte[] bytes) {
        List<Found> found = new ArrayList<>();
        ClientSocket socket = new ClientSocket(new Recorded(bytes), LIMITS);
        try {
            socket.open();
            RequestReader reader = new RequestReader(socket, LIMITS);
            Optional<RequestHead> head = reader.head();
            while (head.isPresent()) {
                found.add(found(head.get(), reader.body(head.get())));
                head = reader.head();
            }
        } catch (RequestReader.Refused | IOException end) {
            return found;
        }
        return found;
    }

    private static Found found(RequestHead head, Bytes body) {
        String target = head.path() + "?" + head.query();
        return new Found(
                head.method(), target, head.headers().values(), new String(body.array(), StandardCharsets.ISO_8859_1));
    }

    /** A client that has sent all it will ever send. */
    private static final class Recorded extends Socket {
        private final InputStream in;

        Recorded(byte[] bytes) {
            in = new ByteArrayInputStream(bytes);
        }

        @Override
        public InputStream getInputStream() {
            return in;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void setSoTimeout(int millis) {}

        @Override
        public void setTcpNoDelay(boolean on) {}
    }
}
