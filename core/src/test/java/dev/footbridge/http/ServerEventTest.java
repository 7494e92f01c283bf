package dev.footbridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ServerEventTest {

    @Test
    void anEventEndsWithABlankLine() {
        assertThat(ServerEvent.of("{}").wireText()).isEqualTo("data: {}\n\n");
    }

    @Test
    void everyFieldHasItsLine() {
        assertThat(ServerEvent.named("endpoint", "/messages")
                        .withId("7")
                        .withRetry(Duration.ofSeconds(2))
                        .wireText())
                .isEqualTo("id: 7\nevent: endpoint\nretry: 2000\ndata: /messages\n\n");
    }

    @Test
    void aPrimingEventHasEmptyData() {
        assertThat(ServerEvent.of("").withId("1").wireText()).isEqualTo("id: 1\ndata: \n\n");
    }
}
