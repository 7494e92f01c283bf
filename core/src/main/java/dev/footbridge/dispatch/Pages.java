package dev.footbridge.dispatch;

import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.Features;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.RpcException;
import dev.footbridge.security.Purpose;
import dev.footbridge.security.Sealer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Cuts lists into pages. A cursor holds the last name of the page before, sealed, so that any instance can go on and a
 * list that changes meanwhile neither repeats nor skips what stayed.
 */
final class Pages {

    private final Sealer sealer;
    private final String server;
    private final ServerConfig config;

    /** @param server what several servers with the same keys differ in */
    Pages(Sealer sealer, String server, ServerConfig config) {
        this.sealer = sealer;
        this.server = server;
        this.config = config;
    }

    int size() {
        return config.pageSize();
    }

    /**
     * One page of features as a list result under {@code member}.
     *
     * @param shown whether the caller may know of one; asked once more than entries fit, so that no page is empty but
     *     the only one
     */
    <T> JsonObject of(Features<T> all, String member, Predicate<T> shown, Function<T, Json> wire, Exchange exchange) {
        String after =
                cursor(exchange).flatMap(position -> position.string("after")).orElse("");
        List<Json> entries = new ArrayList<>();
        Optional<JsonObject> next = Optional.empty();
        String last = "";
        for (var entry : all.after(after)) {
            if (!shown.test(entry.getValue())) {
                continue;
            }
            if (entries.size() == size()) {
                next = Optional.of(JsonObject.of("after", last));
                break;
            }
            entries.add(wire.apply(entry.getValue()));
            last = entry.getKey();
        }
        return page(member, entries, next, exchange);
    }

    /** A list result with the cursor of its next page, if there is one. */
    JsonObject page(String member, List<Json> entries, Optional<JsonObject> next, Exchange exchange) {
        String cursor = next.map(
                        position -> sealer.seal(Purpose.CURSOR, context(exchange), position, config.sealLifetime()))
                .orElse(null);
        return JsonObject.builder()
                .put(member, new JsonArray(entries))
                .putIfPresent("nextCursor", cursor)
                .build();
    }

    /** The position a request's cursor stands for; empty on the first page. */
    Optional<JsonObject> cursor(Exchange exchange) {
        JsonObject params = exchange.request().params();
        if (!params.has("cursor")) {
            return Optional.empty();
        }
        Optional<JsonObject> position =
                params.string("cursor").flatMap(text -> sealer.open(Purpose.CURSOR, context(exchange), text));
        if (position.isEmpty()) {
            throw invalidCursor();
        }
        return position;
    }

    static RpcException invalidCursor() {
        return Refusals.invalidParams("Invalid or expired cursor");
    }

    private String context(Exchange exchange) {
        return server.length() + ":" + server + exchange.request().method() + "\n"
                + exchange.caller().bindingKey();
    }
}
