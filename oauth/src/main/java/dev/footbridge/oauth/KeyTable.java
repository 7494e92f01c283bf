package dev.footbridge.oauth;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The usable keys of a JWK set by their ids. Keys without an id are left out: a token has to name its key.
 *
 * @param left how many keys of the set were left out
 */
record KeyTable(Map<String, List<SigningKey>> byId, int left) {

    static final KeyTable EMPTY = new KeyTable(Map.of(), 0);

    private static final int MAX_KEYS = 100;

    /** @throws IOException if this is no key set, or one with nothing to use in it */
    static KeyTable read(byte[] document) throws IOException {
        JsonArray keys = keys(document);
        Map<String, List<SigningKey>> byId = new LinkedHashMap<>();
        int left = 0;
        for (Json item : keys.items()) {
            Optional<SigningKey> key = item instanceof JsonObject jwk ? SigningKey.of(jwk) : Optional.empty();
            String id = item instanceof JsonObject jwk ? jwk.string("kid").orElse("") : "";
            if (key.isEmpty() || id.isEmpty()) {
                left++;
            } else {
                byId.computeIfAbsent(id, unused -> new ArrayList<>()).add(key.get());
            }
        }
        if (byId.isEmpty()) {
            throw new IOException("no key in the set can be used");
        }
        return new KeyTable(byId, left);
    }

    private static JsonArray keys(byte[] document) throws IOException {
        try {
            if (JsonReader.read(document) instanceof JsonObject set) {
                JsonArray keys = set.array("keys").orElse(JsonArray.EMPTY);
                if (keys.items().size() <= MAX_KEYS) {
                    return keys;
                }
            }
        } catch (JsonException notJson) {
            throw new IOException("not JSON", notJson);
        }
        throw new IOException("not a key set, or one of more than " + MAX_KEYS + " keys");
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }

    List<SigningKey> of(String id) {
        return byId.getOrDefault(id, List.of());
    }
}
