package dev.footbridge.processor.suite;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonBoolean;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One schema of the suite, within its document.
 *
 * @param pointer where it stands, which is its identity
 */
record Node(JsonObject root, String pointer, JsonObject schema) {

    private static final Set<String> SAYING_NOTHING =
            Set.of("$schema", "$comment", "$defs", "title", "description", "default", "format");

    private static final Map<String, List<String>> TYPES_BY_RULES = Map.of(
            "number",
            List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
            "string",
            List.of("minLength", "maxLength", "pattern"),
            "array",
            List.of("items", "minItems", "maxItems", "uniqueItems"),
            "object",
            List.of(
                    "properties",
                    "required",
                    "additionalProperties",
                    "minProperties",
                    "maxProperties",
                    "dependentRequired"));

    private static final Set<String> FOR_EVERY_TYPE = Set.of("type", "enum", "const");

    static Node of(JsonObject root, String pointer, @Nullable Json schema) {
        if (schema == JsonBoolean.FALSE) {
            throw new Inexpressible("the schema false");
        }
        Node node = new Node(root, pointer, schema instanceof JsonObject object ? object : JsonObject.EMPTY);
        node.verifyKeywords();
        return node.schema.has("$ref") ? node.referred() : node;
    }

    Node child(String keyword) {
        return of(root, pointer + "/" + keyword, schema.get(keyword));
    }

    Node child(String keyword, String name) {
        String step = name.replace("~", "~0").replace("/", "~1");
        return of(
                root,
                pointer + "/" + keyword + "/" + step,
                schema.object(keyword).orElseThrow().get(name));
    }

    /** With what only matters to values of one type, which is then its type. */
    Node narrowed(String type) {
        JsonObject.Builder kept = JsonObject.builder();
        schema.members().forEach((keyword, rule) -> {
            if (FOR_EVERY_TYPE.contains(keyword)
                    || TYPES_BY_RULES.getOrDefault(type, List.of()).contains(keyword)) {
                kept.put(keyword, rule);
            }
        });
        if (schema.get("type") instanceof JsonArray types && !types.items().contains(Json.of(type))) {
            throw new Inexpressible("a type among several, for a value of none of them");
        }
        return new Node(root, pointer + ":" + type, kept.put("type", type).build());
    }

    boolean saysNothing() {
        return SAYING_NOTHING.containsAll(schema.members().keySet());
    }

    boolean isTyped() {
        return schema.get("type") instanceof JsonString || hasOneType();
    }

    String type() {
        if (schema.get("type") instanceof JsonString type) {
            return type.value();
        }
        if (hasOneType()) {
            return ((JsonString) schema.array("type").orElseThrow().items().get(0)).value();
        }
        Set<String> types = new LinkedHashSet<>();
        TYPES_BY_RULES.forEach((type, rules) -> {
            if (rules.stream().anyMatch(schema::has)) {
                types.add(type);
            }
        });
        boolean isText = schema.array("enum").stream()
                .flatMap(values -> values.items().stream())
                .allMatch(JsonString.class::isInstance);
        if (types.isEmpty() && ((schema.has("enum") && isText) || schema.get("const") instanceof JsonString)) {
            types.add("string");
        }
        if (types.size() != 1 || schema.has("type")) {
            throw new Inexpressible("rules for values of several types");
        }
        return types.iterator().next();
    }

    static String typeOf(Json value) {
        if (value instanceof JsonObject) {
            return "object";
        }
        if (value instanceof JsonArray) {
            return "array";
        }
        if (value instanceof JsonString) {
            return "string";
        }
        if (value instanceof JsonNumber) {
            return "number";
        }
        return value == JsonNull.NULL ? "null" : "boolean";
    }

    private boolean hasOneType() {
        return schema.array("type").filter(types -> types.items().size() == 1).isPresent();
    }

    private void verifyKeywords() {
        for (String keyword : schema.members().keySet()) {
            boolean known = keyword.equals("$ref")
                    || FOR_EVERY_TYPE.contains(keyword)
                    || SAYING_NOTHING.contains(keyword)
                    || TYPES_BY_RULES.values().stream().anyMatch(rules -> rules.contains(keyword));
            if (!known) {
                throw new Inexpressible("the keyword " + keyword);
            }
        }
    }

    private Node referred() {
        String reference = schema.string("$ref").orElseThrow(() -> new Inexpressible("the keyword $ref"));
        if (!reference.startsWith("#") || (reference.length() > 1 && reference.charAt(1) != '/')) {
            throw new Inexpressible("references to other documents and anchors");
        }
        if (!SAYING_NOTHING.containsAll(schema.without("$ref").members().keySet())) {
            throw new Inexpressible("rules beside a reference");
        }
        @Nullable Json found = root;
        for (String step : reference.substring(1).split("/")) {
            String name = URLDecoder.decode(step, StandardCharsets.UTF_8)
                    .replace("~1", "/")
                    .replace("~0", "~");
            if (!step.isEmpty()) {
                found = found instanceof JsonArray array
                        ? array.items().get(Integer.parseInt(name))
                        : ((JsonObject) Objects.requireNonNull(found)).get(name);
            }
        }
        return of(root, reference.substring(1), found);
    }
}
