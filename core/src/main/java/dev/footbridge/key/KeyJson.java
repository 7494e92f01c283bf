package dev.footbridge.key;

import dev.footbridge.call.Reach;
import dev.footbridge.http.Network;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Records of keys as JSON. What it does not know it refuses: a member that a later version added may be a restriction,
 * and whoever overlooks it grants too much.
 */
final class KeyJson {

    private static final Set<String> MEMBERS = Set.of(
            "id",
            "tenant",
            "owner",
            "label",
            "scopes",
            "tools",
            "resources",
            "prompts",
            "networks",
            "notBefore",
            "expiresAt",
            "createdAt",
            "state",
            "secrets");
    private static final Set<String> SLOT_MEMBERS = Set.of("hash", "pepper", "validUntil");
    private static final Map<String, KeyRecord.State> STATES =
            Map.of("active", KeyRecord.State.ACTIVE, "revoked", KeyRecord.State.REVOKED);

    private KeyJson() {}

    static JsonObject write(KeyRecord key) {
        KeyTerms terms = key.terms();
        List<String> networks = terms.networks().stream().map(Network::text).toList();
        return JsonObject.builder()
                .put("id", key.id())
                .put("tenant", terms.tenant())
                .put("owner", terms.subject())
                .put("label", terms.label())
                .put("scopes", JsonArray.ofStrings(terms.scopes()))
                .put("tools", sorted(terms.reach().tools()))
                .put("resources", sorted(terms.reach().resources()))
                .put("prompts", sorted(terms.reach().prompts()))
                .put("networks", JsonArray.ofStrings(networks))
                .put("notBefore", terms.notBefore().toString())
                .put("expiresAt", terms.expiresAt().toString())
                .put("createdAt", key.createdAt().toString())
                .put("state", key.state().name().toLowerCase(Locale.ROOT))
                .put(
                        "secrets",
                        new JsonArray(List.copyOf(
                                key.slots().stream().map(KeyJson::write).toList())))
                .build();
    }

    private static JsonArray sorted(Set<String> texts) {
        return JsonArray.ofStrings(new TreeSet<>(texts));
    }

    private static JsonObject write(KeySlot slot) {
        return JsonObject.builder()
                .put("hash", slot.hash())
                .put("pepper", slot.pepper())
                .put("validUntil", slot.validUntil().toString())
                .build();
    }

    /** @throws JsonException if anything is missing, wrong or unknown; it quotes nothing */
    static KeyRecord read(Json json) throws JsonException {
        JsonObject object = object(ofThisVersion(json), MEMBERS);
        try {
            KeyTerms terms = new KeyTerms(
                    text(object, "tenant"),
                    text(object, "owner"),
                    text(object, "label"),
                    new TreeSet<>(texts(object, "scopes")),
                    reach(object),
                    texts(object, "networks").stream().map(Network::parse).toList(),
                    instant(object, "notBefore"),
                    instant(object, "expiresAt"));
            return new KeyRecord(text(object, "id"), terms, slots(object), state(object), instant(object, "createdAt"));
        } catch (IllegalArgumentException refused) {
            throw new JsonException("a key has a value that is not allowed");
        }
    }

    /** Keys of the first version named tools only: with some, they are for nothing else. */
    private static Json ofThisVersion(Json json) {
        return json instanceof JsonObject object && !object.has("resources") && !object.has("prompts")
                ? object.with("resources", JsonArray.EMPTY).with("prompts", JsonArray.EMPTY)
                : json;
    }

    private static Reach reach(JsonObject object) throws JsonException {
        return new Reach(
                Set.copyOf(texts(object, "tools")),
                Set.copyOf(texts(object, "resources")),
                Set.copyOf(texts(object, "prompts")));
    }

    private static List<KeySlot> slots(JsonObject object) throws JsonException {
        List<KeySlot> slots = new ArrayList<>();
        for (Json item : items(object, "secrets")) {
            JsonObject slot = object(item, SLOT_MEMBERS);
            slots.add(new KeySlot(text(slot, "hash"), text(slot, "pepper"), instant(slot, "validUntil")));
        }
        return slots;
    }

    private static KeyRecord.State state(JsonObject object) throws JsonException {
        KeyRecord.State state = STATES.get(text(object, "state"));
        if (state == null) {
            throw wrong("state");
        }
        return state;
    }

    static JsonObject object(Json json, Set<String> members) throws JsonException {
        if (json instanceof JsonObject object && object.members().keySet().equals(members)) {
            return object;
        }
        throw new JsonException("a key must be an object with exactly the members it has in this version");
    }

    static List<Json> items(JsonObject object, String name) throws JsonException {
        return object.array(name).orElseThrow(() -> wrong(name)).items();
    }

    private static String text(JsonObject object, String name) throws JsonException {
        return object.string(name).orElseThrow(() -> wrong(name));
    }

    private static List<String> texts(JsonObject object, String name) throws JsonException {
        List<String> texts = new ArrayList<>();
        for (Json item : items(object, name)) {
            if (!(item instanceof JsonString text)) {
                throw wrong(name);
            }
            texts.add(text.value());
        }
        return texts;
    }

    private static Instant instant(JsonObject object, String name) throws JsonException {
        try {
            return Instant.parse(text(object, name));
        } catch (DateTimeException notAnInstant) {
            throw wrong(name);
        }
    }

    private static JsonException wrong(String name) {
        return new JsonException("member " + name + " of a key is missing or wrong");
    }
}
