package dev.footbridge.session;

import dev.footbridge.call.Client;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.protocol.ClientCapabilities;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.state.Digest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a legacy client's session remembers. Immutable; {@link Sessions} keeps it.
 *
 * @param id the secret the client sends as {@code Mcp-Session-Id}; never stored, only its digest is
 * @param callerKey whose session it is, {@link dev.footbridge.call.Caller#bindingKey}
 * @param logLevel the least severe log line the client wants
 * @param subscriptions resource URIs the client wants to hear of
 */
public record Session(
        String id,
        String callerKey,
        ProtocolVersion revision,
        Client client,
        LogLevel logLevel,
        Set<String> subscriptions,
        Instant created,
        Instant lastUsed) {

    /** What a client gets that never called {@code logging/setLevel}. */
    public static final LogLevel DEFAULT_LOG_LEVEL = LogLevel.INFO;

    private static final int MAX_SUBSCRIBED_CHARACTERS = 100_000;

    public Session {
        subscriptions = Set.copyOf(subscriptions);
    }

    /** False for a session that was begun and never used. */
    boolean wasUsed() {
        return lastUsed.isAfter(created);
    }

    public Session withLogLevel(LogLevel level) {
        return new Session(id, callerKey, revision, client, level, subscriptions, created, lastUsed);
    }

    public Session withSubscription(String uri) {
        Set<String> more = new TreeSet<>(subscriptions);
        more.add(uri);
        return new Session(id, callerKey, revision, client, logLevel, more, created, lastUsed);
    }

    public Session withoutSubscription(String uri) {
        Set<String> fewer = new TreeSet<>(subscriptions);
        fewer.remove(uri);
        return new Session(id, callerKey, revision, client, logLevel, fewer, created, lastUsed);
    }

    /** Whether one more subscription can be remembered: what a client may have us keep is bounded. */
    public static boolean hasRoom(Set<String> subscriptions, String another) {
        int kept = subscriptions.stream().mapToInt(String::length).sum();
        return kept + another.length() <= MAX_SUBSCRIBED_CHARACTERS;
    }

    /** Names what is kept for this session, without giving its id away. */
    public String storedName() {
        return Digest.of(id);
    }

    Session usedAt(Instant now) {
        return new Session(id, callerKey, revision, client, logLevel, subscriptions, created, now);
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("caller", callerKey)
                .put("revision", revision.text())
                .put("clientName", client.name())
                .put("clientVersion", client.version())
                .put("capabilities", client.capabilities().json())
                .put("logLevel", logLevel.wireName())
                .put("subscriptions", JsonArray.ofStrings(new TreeSet<>(subscriptions)))
                .put("created", created.toEpochMilli())
                .put("lastUsed", lastUsed.toEpochMilli())
                .build();
    }

    /** The session a store gave back; empty if an other version of this software wrote it in a way unknown here. */
    static Optional<Session> fromJson(String id, JsonObject json) {
        Optional<ProtocolVersion> revision = json.string("revision").flatMap(ProtocolVersion::named);
        return revision.map(known -> new Session(
                id,
                json.string("caller").orElse(""),
                known,
                new Client(
                        json.string("clientName").orElse(""),
                        json.string("clientVersion").orElse(""),
                        new ClientCapabilities(json.object("capabilities").orElse(JsonObject.EMPTY))),
                json.string("logLevel").flatMap(LogLevel::named).orElse(DEFAULT_LOG_LEVEL),
                texts(json.array("subscriptions").orElse(JsonArray.EMPTY)),
                Instant.ofEpochMilli(json.integer("created").orElse(0)),
                Instant.ofEpochMilli(json.integer("lastUsed").orElse(0))));
    }

    private static Set<String> texts(JsonArray array) {
        Set<String> texts = new TreeSet<>();
        for (Json item : array.items()) {
            if (item instanceof JsonString text) {
                texts.add(text.value());
            }
        }
        return texts;
    }
}
