package dev.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
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
        byte[] outer = memory.read(
                new Asking(body(LARGE), () -> {
                    assertThatThrownBy(() -> memory.read(body(LARGE), LARGE)).isInstanceOf(BodyMemory.Full.class);
                    assertThat(memory.read(body(BodyMemory.FREE), LARGE)).hasSize(BodyMemory.FREE);
                }),
                LARGE);

        assertThat(outer).hasSize(LARGE);
        assertThat(memory.read(body(LARGE), LARGE)).hasSize(LARGE);
    }

    private static InputStream body(int size) {
        return new ByteArrayInputStream(new byte[size]);
    }

    /** What is asked once more than half of a body has come. */
    private interface Question {
        void ask() throws Exception;
    }

    private static final class Asking extends InputStream {

        private final InputStream body;
        private final Question question;

        Asking(InputStream body, Question question) {
            this.body = body;
            this.question = question;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws java.io.IOException {
            if (offset > LARGE / 2) {
                try {
                    question.ask();
                } catch (Exception unexpected) {
                    throw new IllegalStateException(unexpected);
                }
            }
            return body.read(into, offset, length);
        }
    }
}
