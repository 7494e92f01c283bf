package dev.footbridge.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MemoryPeerTest {

    private final IllegalStateException broken = new IllegalStateException("broken");

    @Test
    void aLateAnswerThatThrowsIsToldWithItsCauseAndNotWaitedFor() {
        HttpPeer.Response response = answered(reply -> {
            throw broken;
        });

        assertThatThrownBy(response::status).isInstanceOf(AssertionError.class).hasCause(broken);
    }

    @Test
    void aStreamThatThrowsIsToldAtItsEnd() {
        HttpPeer.Response response = answered(reply -> {
            reply.stream();
            throw broken;
        });

        assertThatThrownBy(() -> response.next(Duration.ofMinutes(1)))
                .isInstanceOf(AssertionError.class)
                .hasCause(broken);
    }

    private static HttpPeer.Response answered(LateBody body) {
        MemoryPeer peer = new MemoryPeer(request -> HttpResponse.late(body), Duration.ofMinutes(1));
        return peer.send(new HttpPeer.Request("GET", "/", List.of(), Bytes.EMPTY));
    }
}
