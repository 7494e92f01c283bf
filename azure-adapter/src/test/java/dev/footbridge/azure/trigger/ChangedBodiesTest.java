package dev.footbridge.azure.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpMethod;
import dev.footbridge.http.Bytes;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the host changed in a body shows in its length, and is not taken for what the client sent. */
final class ChangedBodiesTest {

    private static final Platform NOTHING_BELIEVED = Platform.PLAIN;

    private final TriggerRequest codec = new TriggerRequest(NOTHING_BELIEVED, 1 << 10);

    @Test
    void aBodyOfTheLengthThatWasSaidIsThatBody() {
        assertThat(body("{\"ü\":1}", "8")).isEqualTo(Bytes.utf8("{\"ü\":1}"));
        assertThat(body("\uFFFD", "3")).isEqualTo(Bytes.utf8("\uFFFD"));
        assertThat(body("", "0")).isEqualTo(Bytes.EMPTY);
    }

    @Test
    void aReplacedByteMakesItLonger() {
        assertThat(body("{\"\uFFFD\":1}", "7")).isEqualTo(Bytes.of(new byte[] {(byte) 0xFF}));
    }

    @Test
    void aDroppedMarkMakesItShorter() {
        assertThat(body("{}", "5")).isEqualTo(Bytes.of(new byte[] {(byte) 0xFF}));
    }

    @Test
    void whatIsTooLargeIsStillTooLarge() {
        Incoming read = codec.read(message("a".repeat(1025), "5"), "id", Instant.EPOCH);

        assertThat(read)
                .isInstanceOfSatisfying(
                        Incoming.Refused.class,
                        refused -> assertThat(refused.answer().status()).isEqualTo(413));
    }

    private Bytes body(String text, String length) {
        Incoming read = codec.read(message(text, length), "id", Instant.EPOCH);
        return ((Incoming.Asked) read).request().body();
    }

    private static TriggerMessage message(String text, String length) {
        return new TriggerMessage(
                HttpMethod.POST, URI.create("https://app.example/mcp"), Map.of("content-length", length), text);
    }
}
