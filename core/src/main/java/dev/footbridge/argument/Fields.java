package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An object made of typed fields and nothing else: members it does not know are refused. Immutable and thread-safe; the
 * document is made once.
 *
 * <p>The check reports at most 20 problems.
 */
public final class Fields implements Schema {

    static final String EXPECTATION = "must be an object";

    private static final Fields NONE = new Fields(Map.of());

    private final Map<String, Field<?>> fields;
    private final JsonObject document;

    private Fields(Map<String, Field<?>> fields) {
        this.fields = fields;
        this.document = describe(fields);
    }

    /** @throws IllegalArgumentException if two fields have the same name */
    public static Fields of(Field<?>... fields) {
        Map<String, Field<?>> byName = new LinkedHashMap<>();
        for (Field<?> field : fields) {
            if (byName.put(field.name(), field) != null) {
                throw new IllegalArgumentException("two fields are named " + field.name());
            }
        }
        return byName.isEmpty() ? NONE : new Fields(byName);
    }

    /** The object without members. */
    public static Fields none() {
        return NONE;
    }

    @Override
    public JsonObject document() {
        return document;
    }

    @Override
    public List<Problem> check(Json value) {
        Findings findings = new Findings();
        examine(value, "", findings);
        return findings.all();
    }

    /**
     * True if an elicitation form can show it: text (of any format but uuid), numbers, flags, choices and lists of
     * choices.
     *
     * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/client/elicitation">Elicitation</a>
     */
    public boolean isFlat() {
        return fields.values().stream().allMatch(Field::flat);
    }

    void examine(Json value, String path, Findings findings) {
        if (!(value instanceof JsonObject object)) {
            findings.add(path, EXPECTATION);
            return;
        }
        fields.values().forEach(field -> examineMember(field, object, path, findings));
        for (String name : object.members().keySet()) {
            if (findings.full()) {
                return;
            }
            if (!fields.containsKey(name)) {
                findings.add(Pointer.stranger(path, name), unknown());
            }
        }
    }

    private static void examineMember(Field<?> field, JsonObject object, String path, Findings findings) {
        Json value = object.get(field.name());
        String place = Pointer.child(path, field.name());
        if (value != null) {
            field.inspect(value, place, findings);
        } else if (field.required()) {
            findings.add(place, "is missing; it " + field.expectation());
        }
    }

    private String unknown() {
        return fields.isEmpty()
                ? "is not a known argument; there are none"
                : "is not a known argument; known are: " + Pointer.names(fields.keySet());
    }

    private static JsonObject describe(Map<String, Field<?>> fields) {
        JsonObject.Builder properties = JsonObject.builder();
        fields.forEach((name, field) -> properties.put(name, field.schema()));
        List<String> required = fields.values().stream()
                .filter(Field::required)
                .map(Field::name)
                .toList();
        return JsonObject.builder()
                .put("type", "object")
                .putIfPresent("properties", fields.isEmpty() ? null : properties.build())
                .putIfPresent("required", required.isEmpty() ? null : JsonArray.ofStrings(required))
                .put("additionalProperties", false)
                .build();
    }
}
