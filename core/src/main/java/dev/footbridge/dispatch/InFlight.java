package dev.footbridge.dispatch;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.RequestId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The calls of this process that {@code notifications/cancelled} can name. Thread-safe. */
final class InFlight {

    private final Map<Key, Cancellation> calls = new ConcurrentHashMap<>();

    /** Request ids are unique only within the session or conversation they come from. */
    private record Key(String scope, String id) {}

    void add(String scope, RequestId id, Cancellation cancellation) {
        calls.put(new Key(scope, id.key()), cancellation);
    }

    void remove(String scope, RequestId id, Cancellation cancellation) {
        calls.remove(new Key(scope, id.key()), cancellation);
    }

    /** Acts on {@code notifications/cancelled}; unknown, finished and malformed ids are ignored. */
    void cancel(String scope, JsonObject params) {
        Json named = params.get("requestId");
        Optional<RequestId> id = named == null ? Optional.empty() : RequestId.of(named);
        id.map(known -> calls.get(new Key(scope, known.key()))).ifPresent(Cancellation::cancel);
    }

    void cancelAll(String scope) {
        calls.forEach((key, cancellation) -> {
            if (key.scope().equals(scope)) {
                cancellation.cancel();
            }
        });
    }

    void cancelAll() {
        calls.values().forEach(Cancellation::cancel);
    }
}
