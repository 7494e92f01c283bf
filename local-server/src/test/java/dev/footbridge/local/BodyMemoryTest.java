package dev.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class BodyMemoryTest {

    private static final int LARGE = 100_000;

    private final BodyMemory memory = new BodyMemory(LARGE);

    @Test
    void bodiesAreReadToTheirEndOrToTheMostThatIsAskedFor() throws Exception {
        for (int size : new int[] {0, 1, BodyMemory.FREE - 1, BodyMemory.FREE, BodyMemory.FREE + 1, LARGE}) {
            assertThat(memory.read(body(size), LARGE)).hasSize(size);
            assertThat(memory.read(body(size), size)).hasSize(size);
        }
        assertThat(memory.read(body(LARGE), LARGE - 1)).hasSize(LARGE - 1);
    }

    @Test
    void whatIsReadCountsUntilItIsThereAndIsFreeAgainThen() throws Exception {
        Runnable another =
                () -> assertThatThrownBy(() -> memory.read(body(LARGE), LARGE)).isInstanceOf(BodyMemory.Full.class);

        assertThat(memory.read(new Interrupted(body(LARGE), another), LARGE)).hasSize(LARGE);
        assertThat(memory.read(body(LARGE), LARGE)).hasSize(LARGE);
    }

    @Test
    void smallBodiesNeedNone() throws Exception {
        BodyMemory none = new BodyMemory(0);

        assertThat(none.read(body(BodyMemory.FREE - 1), LARGE)).hasSize(BodyMemory.FREE - 1);
        assertThatThrownBy(() -> none.read(body(LARGE), LARGE)).isInstanceOf(BodyMemory.Full.class);
    }

    @Test
    void bodyForWhichThereIsNoneIsRefusedWith503() throws Exception {
        String request = "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20000\r\n\r\n" + "x".repeat(20_000);
        ClientSocket socket = new ClientSocket(
                new RequestsTarget.Recorded(request.getBytes(StandardCharsets.US_ASCII)), Limits.DEFAULTS);
        socket.open();
        RequestReader reader = new RequestReader(socket, Limits.DEFAULTS, new BodyMemory(0));
        RequestHead head = reader.head().orElseThrow();

        assertThatThrownBy(() -> reader.body(head))
                .isInstanceOfSatisfying(
                        RequestReader.Refused.class,
                        refused -> assertThat(refused.answer().status()).isEqualTo(503));
    }

    private static InputStream body(int size) {
        return new ByteArrayInputStream(new byte[size]);
    }

    /** Does something else once more than half of a body has come. */
    private static final class Interrupted extends FilterInputStream {

        private final Runnable other;

        Interrupted(InputStream body, Runnable other) {
            super(body);
            this.other = other;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (offset > LARGE / 2) {
                other.run();
            }
            return super.read(into, offset, length);
        }
    }
}
