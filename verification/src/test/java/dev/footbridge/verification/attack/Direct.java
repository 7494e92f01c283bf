package dev.footbridge.verification.attack;

import dev.footbridge.http.HttpHandler;
import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.MemoryPeer;
import java.time.Duration;
import java.util.Optional;

/** Asks the handler itself. */
final class Direct {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MemoryPeer peer;

    Direct(HttpHandler handler) {
        this.peer = new MemoryPeer(handler, Duration.ofSeconds(15));
    }

    Reply send(HttpPeer.Request request) {
        try (HttpPeer.Response response = peer.send(request)) {
            StringBuilder body = new StringBuilder();
            Optional<HttpPeer.Item> item = response.next(PATIENCE);
            while (item.isPresent() && body.length() < 1 << 25) {
                body.append(item.get().data());
                item = response.next(PATIENCE);
            }
            return new Reply(response.status(), Reply.head(response.status(), response.headers()), body.toString());
        }
    }
}
