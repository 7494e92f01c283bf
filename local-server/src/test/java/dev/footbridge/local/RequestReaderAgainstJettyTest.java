package dev.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.local.JettyOpinion.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What ours takes for a request, another parser takes for the same one: it ends where that one says, and says the same.
 */
final class RequestReaderAgainstJettyTest {

    private static final int ROUNDS = 200_000;
    private static final int LIMIT = Limits.DEFAULTS.maxHeaderBytes();

    /** Good requests, one each; fuzzing begins with them too. */
    private static final List<String> SEEDS = seeds();

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
            List<Found> ours = RequestsTarget.ours(bytes);
            JettyOpinion jetty = JettyOpinion.of(bytes, LIMIT);
            RequestsTarget.compare(bytes, ours, jetty);
            taken += ours.size();
            refused += jetty.refused() == 0 ? 0 : 1;
        }
        assertThat(taken).isGreaterThan(ROUNDS / 5);
        assertThat(refused).isGreaterThan(ROUNDS / 5);
    }

    @Test
    void goodRequestsAreTakenOneBehindTheOther() {
        byte[] all = String.join("", SEEDS).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(RequestsTarget.ours(all)).hasSameSizeAs(SEEDS);
        assertThat(JettyOpinion.of(all, LIMIT).found()).isEqualTo(RequestsTarget.ours(all));
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

    private static List<String> seeds() {
        List<String> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("src/test/resources/fuzz/requests"))) {
            for (Path file : files) {
                all.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Collections.sort(all);
        return all;
    }
}
