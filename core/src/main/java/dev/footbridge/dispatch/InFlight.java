package dev.footbridge.dispatch;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.RequestId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The calls of this process that {@code notifications/cancelled} can name. Thread-safe. */
final class InFlight {

    private final Map<Key, Cancellation> calls = new ConcurrentHashMap<>();

    /** Request ids are unique only within the session or conversation they come from. */
    private record Key(String scope, String id) {

        /** By hand: what the compiler generates is linked at its first use, which no start-up cache can keep. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && scope.equals(key.scope) && id.equals(key.id);
        }

        @Override
        public int hashCode() {
            return 31 * scope.hashCode() + id.hashCode();
        }
    }

    void add(String scope, RequestId id, Cancellation cancellation) {
        calls.put(new Key(scope, id.key()), cancellation);
    }

    void remove(String scope, RequestId id, Cancellation cancellation) {
        calls.remove(new Key(scope, id.key()), cancellation);
    }

    /** Acts on {@code notifications/cancelled}; unknown, finished and malformed ids are ignored. */
    void cancel(String scope, JsonObject params) {
        cancelledId(params).map(known -> calls.get(new Key(scope, known.key()))).ifPresent(Cancellation::cancel);
    }

    /** What {@code notifications/cancelled} names, if it names anything. */
    static Optional<RequestId> cancelledId(JsonObject params) {
        Json named = params.get("requestId");
        return named == null ? Optional.empty() : RequestId.of(named);
    }

    void cancelAll(String scope) {
        calls.forEach((key, cancellation) -> {
            if (key.scope().equals(scope)) {
                cancellation.cancel();
            }
        });
    }

    /** How many there were that had not ended. */
    long cancelAll() {
        return calls.values().stream().filter(Cancellation::cancel).count();
    }
}
