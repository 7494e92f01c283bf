package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class MemoryReplaysTest {

    private static final Instant NOON = Instant.parse("2026-07-28T12:00:00Z");

    private Instant now = NOON;

    private final MemoryReplays replays = new MemoryReplays(() -> now);

    @Test
    void aProofIsGoodOnce() {
        assertThat(replays.isFirst("key", "a", NOON.plusSeconds(300))).isTrue();
        assertThat(replays.isFirst("key", "a", NOON.plusSeconds(300))).isFalse();
    }

    @Test
    void twoKeysMayUseTheSameId() {
        assertThat(replays.isFirst("key", "a", NOON.plusSeconds(300))).isTrue();
        assertThat(replays.isFirst("other", "a", NOON.plusSeconds(300))).isTrue();
    }

    @Test
    void whereNoMoreCanBeRememberedProofsAreRefusedUntilOthersAreTooOld() {
        for (int i = 0; i < 100_000; i++) {
            replays.isFirst("key", "p" + i, NOON.plusSeconds(300));
        }

        assertThatThrownBy(() -> replays.isFirst("key", "one more", NOON.plusSeconds(300)))
                .isInstanceOf(IllegalStateException.class);

        now = NOON.plusSeconds(301);
        assertThat(replays.isFirst("key", "one more", NOON.plusSeconds(600))).isTrue();
    }
}
