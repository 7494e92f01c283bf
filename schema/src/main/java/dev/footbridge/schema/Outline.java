package dev.footbridge.schema;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One walk over a document before it is compiled: its size, its definitions and its references. */
final class Outline {

    static final int MAX_DEPTH = 64;
    static final int MAX_OBJECTS = 5000;

    private static final Set<String> DEFINITIONS = Set.of("$defs", "definitions");
    private static final Set<String> SCHEMAS = Set.of(
            "additionalItems",
            "additionalProperties",
            "allOf",
            "anyOf",
            "contains",
            "contentSchema",
            "else",
            "if",
            "items",
            "not",
            "oneOf",
            "prefixItems",
            "propertyNames",
            "then",
            "unevaluatedItems",
            "unevaluatedProperties");
    /** Their members are named by the author, so a member called {@code const} is a schema there. */
    private static final Set<String> NAMED_SCHEMAS =
            Set.of("properties", "patternProperties", "dependentSchemas", "dependencies", "$defs", "definitions");

    private final List<List<String>> definitions = new ArrayList<>();
    private final Set<String> anchors = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final List<String> dynamicReferences = new ArrayList<>();
    private int objects;

    private Outline() {}

    static Outline of(JsonObject document) {
        Outline outline = new Outline();
        outline.walkSchema(document, List.of());
        outline.dynamicReferences.forEach(outline::verifyDynamic);
        return outline;
    }

    /** The paths of all definitions. */
    List<List<String>> definitions() {
        return definitions;
    }

    private void walk(Json value, List<String> path) {
        if (value instanceof JsonObject object) {
            walkSchema(object, path);
        } else if (value instanceof JsonArray array) {
            enter(path);
            for (int i = 0; i < array.items().size(); i++) {
                walk(array.items().get(i), child(path, Integer.toString(i)));
            }
        }
    }

    private void walkSchema(JsonObject schema, List<String> path) {
        enter(path);
        note(schema);
        for (Map.Entry<String, Json> member : schema.members().entrySet()) {
            String keyword = member.getKey();
            List<String> place = child(path, keyword);
            if (NAMED_SCHEMAS.contains(keyword) && member.getValue() instanceof JsonObject named) {
                walkNamed(named, place, DEFINITIONS.contains(keyword));
            } else if (SCHEMAS.contains(keyword)) {
                walk(member.getValue(), place);
            } else {
                walkData(member.getValue(), place);
            }
        }
    }

    private void walkNamed(JsonObject named, List<String> path, boolean defined) {
        enter(path);
        named.members().forEach((name, value) -> {
            List<String> place = child(path, name);
            if (defined && value instanceof JsonObject) {
                definitions.add(place);
            }
            walk(value, place);
        });
    }

    private void walkData(Json value, List<String> path) {
        if (value instanceof JsonObject object) {
            enter(path);
            object.members().forEach((name, member) -> walkData(member, child(path, name)));
        } else if (value instanceof JsonArray array) {
            enter(path);
            array.items().forEach(item -> walkData(item, child(path, "-")));
        }
    }

    private void enter(List<String> path) {
        objects++;
        if (path.size() >= MAX_DEPTH) {
            throw new IllegalArgumentException("the schema is nested deeper than " + MAX_DEPTH + " levels");
        }
        if (objects > MAX_OBJECTS) {
            throw new IllegalArgumentException("the schema has more than " + MAX_OBJECTS + " objects and arrays");
        }
    }

    private void note(JsonObject schema) {
        schema.string("$id").ifPresent(ids::add);
        schema.string("$anchor").ifPresent(anchors::add);
        schema.string("$dynamicAnchor").ifPresent(anchors::add);
        schema.string("$dynamicRef").ifPresent(dynamicReferences::add);
        if (schema.get("$schema") instanceof JsonString) {
            Dialect.of(schema);
        }
    }

    /** The library resolves these only when a value gets there. */
    private void verifyDynamic(String reference) {
        int hash = reference.indexOf('#');
        String document = hash < 0 ? reference : reference.substring(0, hash);
        String fragment = hash < 0 ? "" : reference.substring(hash + 1);
        boolean documentKnown =
                document.isEmpty() || ids.stream().anyMatch(id -> id.equals(document) || id.endsWith("/" + document));
        if (!documentKnown || !(fragment.isEmpty() || fragment.startsWith("/") || anchors.contains(fragment))) {
            throw new IllegalArgumentException("the reference to " + reference + " leads nowhere in the document");
        }
    }

    private static List<String> child(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
