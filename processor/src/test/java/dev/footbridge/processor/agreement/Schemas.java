package dev.footbridge.processor.agreement;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonObject;
import java.util.List;
import java.util.Objects;

/**
 * Finds its way in a published schema.
 *
 * @param root where {@code $defs} are
 */
record Schemas(JsonObject root) {

    private static final String DEFINITIONS = "#/$defs/";

    /** The schema that a value is to follow: behind references, and of several ways the one that it takes. */
    JsonObject choose(JsonObject schema, Json value) {
        JsonObject rules = resolved(schema);
        List<JsonObject> ways = ways(rules);
        if (ways.isEmpty()) {
            return rules;
        }
        return ways.stream()
                .map(this::resolved)
                .filter(way -> value == JsonNull.NULL ? hasType(way, "null") : isTagged(way, value))
                .findFirst()
                .map(way -> way.equals(rules) ? way : choose(way, value))
                .orElse(rules);
    }

    JsonObject resolved(JsonObject schema) {
        return schema.string("$ref")
                .map(reference -> root.object("$defs")
                        .flatMap(all -> all.object(reference.substring(DEFINITIONS.length())))
                        .orElseThrow())
                .orElse(schema);
    }

    boolean allowsNull(JsonObject schema) {
        JsonObject rules = resolved(schema);
        return (!rules.has("type") && ways(rules).isEmpty())
                || hasType(rules, "null")
                || ways(rules).stream().anyMatch(way -> hasType(way, "null"));
    }

    /** The alternatives between whole values: those of a sealed type, and null or not. */
    static List<JsonObject> ways(JsonObject schema) {
        boolean isText = hasType(schema, "string");
        JsonArray ways = schema.array("oneOf").or(() -> schema.array("anyOf")).orElse(JsonArray.EMPTY);
        return isText
                ? List.of()
                : ways.items().stream().map(JsonObject.class::cast).toList();
    }

    static boolean hasType(JsonObject schema, String type) {
        Json types = schema.get("type");
        return types instanceof JsonArray several
                ? several.items().contains(Json.of(type))
                : Json.of(type).equals(types);
    }

    static boolean requires(JsonObject schema, String name) {
        return schema.array("required").orElse(JsonArray.EMPTY).items().contains(Json.of(name));
    }

    /** False for a variant of another tag. */
    private static boolean isTagged(JsonObject way, Json value) {
        return !hasType(way, "null")
                && way.object("properties").orElse(JsonObject.EMPTY).members().entrySet().stream()
                        .filter(property -> ((JsonObject) property.getValue()).has("const"))
                        .allMatch(tag -> value instanceof JsonObject object
                                && Objects.equals(
                                        ((JsonObject) tag.getValue()).get("const"), object.get(tag.getKey())));
    }
}
