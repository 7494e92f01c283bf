package dev.footbridge.dispatch;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.RequestId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Corresponds on a channel where the answer comes back to this very process. Thread-safe. */
final class DirectCorrespondent implements Correspondent {

    private final Map<String, LinkedBlockingQueue<Message.Reply>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final Duration patience;

    DirectCorrespondent(Duration patience) {
        this.patience = patience;
    }

    @Override
    public Optional<Message.Reply> request(String method, JsonObject params, Outbox outbox)
            throws InterruptedException {
        RequestId id = new RequestId(Json.of(lastId.incrementAndGet()));
        LinkedBlockingQueue<Message.Reply> letterBox = new LinkedBlockingQueue<>();
        waiting.put(id.key(), letterBox);
        try {
            outbox.send(Correspondent.message(id, method, params));
            return Optional.ofNullable(letterBox.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        } finally {
            waiting.remove(id.key());
        }
    }

    /** Takes in an answer; what nobody waits for is dropped. */
    void deliver(Message.Reply reply) {
        LinkedBlockingQueue<Message.Reply> letterBox = waiting.get(reply.id().key());
        if (letterBox != null) {
            letterBox.add(reply);
        }
    }
}
