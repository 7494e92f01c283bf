package dev.footbridge.verification.attack;

import dev.footbridge.json.JsonObject;
import java.util.Optional;
import java.util.Set;

/**
 * One attack. attacks/README.md describes the members.
 *
 * @param json what the request is made of
 * @param only {@code socket} or {@code memory} where it makes no sense on the other way
 * @param known why the server does not do what it should, if it does not
 */
record AttackCase(
        String family,
        String id,
        String why,
        JsonObject json,
        Optional<String> only,
        Optional<String> known,
        Expected inMemory,
        Expected onSocket,
        Expected onFunction,
        Expected onTrigger) {

    private static final Set<String> MEMBERS = Set.of(
            "id",
            "why",
            "only",
            "known",
            "later",
            "token",
            "method",
            "path",
            "query",
            "headers",
            "without",
            "rpc",
            "tool",
            "arguments",
            "params",
            "body",
            "raw",
            "half_close",
            "status",
            "code",
            "tool_error",
            "ran",
            "audit",
            "within_ms",
            "must",
            "must_not",
            "must_not_record",
            "on_socket",
            "on_function",
            "on_trigger");

    static AttackCase parse(String family, JsonObject json) {
        String id = json.string("id").orElseThrow();
        for (String name : json.members().keySet()) {
            if (!MEMBERS.contains(name)) {
                throw new IllegalArgumentException(family + "/" + id + ": what is " + name + "?");
            }
        }
        return new AttackCase(
                family,
                id,
                json.string("why").orElseThrow(),
                json,
                json.has("raw") ? Optional.of("socket") : json.string("only"),
                json.string("known"),
                Expected.parse(json),
                expected(json, "on_socket"),
                expected(json, "on_function"),
                expected(json, "on_function", "on_trigger"));
    }

    private static Expected expected(JsonObject json, String... differing) {
        JsonObject.Builder all = JsonObject.builder().putAll(json);
        for (String where : differing) {
            json.object(where).ifPresent(all::putAll);
        }
        return Expected.parse(all.build());
    }

    /** What only makes sense in memory makes sense as an event. */
    boolean runsOn(Way way) {
        return only.isEmpty() || only.get().equals(way == Way.SOCKET ? "socket" : "memory");
    }

    Expected expected(Way way) {
        return switch (way) {
            case MEMORY -> inMemory;
            case SOCKET -> onSocket;
            case PAYLOAD_2, PAYLOAD_1 -> onFunction;
            case TRIGGER -> onTrigger;
        };
    }

    String name() {
        return family + "/" + id;
    }
}
