package dev.footbridge.processor.agreement;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonBoolean;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Makes documents for a schema: such as it asks for, and such as break one rule or several. The same seed makes the
 * same document.
 */
final class DocumentMaker {

    private static final int DEEP = 4;
    private static final List<Json> ANYTHING = List.of(
            JsonNull.NULL,
            JsonBoolean.TRUE,
            Json.of(0),
            new JsonNumber("1.5"),
            Json.of(""),
            Json.of("1"),
            Json.of("null"),
            JsonArray.EMPTY,
            JsonArray.of(JsonNull.NULL),
            JsonArray.of(Json.of("a"), Json.of("a")),
            JsonObject.EMPTY,
            JsonObject.of("a", JsonArray.of(Json.of(1))));

    private final Schemas schemas;
    private final Random random;
    private final int disorder;
    private final NumberMaker numbers;
    private final TextMaker texts;

    /** @param disorder how many of a thousand values break a rule */
    DocumentMaker(Schemas schemas, Random random, int disorder) {
        this.schemas = schemas;
        this.random = random;
        this.disorder = disorder;
        this.numbers = new NumberMaker(random);
        this.texts = new TextMaker(random);
    }

    Json document() {
        return value(schemas.root(), 0);
    }

    private Json value(JsonObject schema, int depth) {
        boolean wild = wild();
        if (wild && random.nextInt(3) == 0) {
            return any(ANYTHING);
        }
        JsonObject rules = schemas.resolved(schema);
        List<JsonObject> ways = Schemas.ways(rules);
        if (!ways.isEmpty()) {
            return way(ways, wild, depth);
        }
        if (rules.get("type") instanceof JsonArray && random.nextInt(4) == 0) {
            return JsonNull.NULL;
        }
        return typed(rules, wild, depth);
    }

    private Json way(List<JsonObject> ways, boolean wild, int depth) {
        // the last way is the shortest: null, or the variant without members
        Json value = value(depth > DEEP ? ways.get(ways.size() - 1) : any(ways), depth);
        if (wild && value instanceof JsonObject object && value(any(ways), depth) instanceof JsonObject other) {
            return JsonObject.builder().putAll(object).putAll(other).build();
        }
        return value;
    }

    private Json typed(JsonObject rules, boolean wild, int depth) {
        if (rules.has("enum") || rules.has("const") || rules.has("oneOf")) {
            return wild ? Json.of(texts.characters(3)) : chosen(rules);
        }
        if (Schemas.hasType(rules, "object")) {
            return rules.has("properties") ? object(rules, wild, depth) : map(rules, wild, depth);
        }
        if (Schemas.hasType(rules, "array")) {
            return array(rules, wild, depth);
        }
        if (Schemas.hasType(rules, "string")) {
            return Json.of(texts.text(rules, wild));
        }
        if (rules.equals(JsonObject.of("type", "null"))) {
            return JsonNull.NULL;
        }
        if (Schemas.hasType(rules, "integer") || Schemas.hasType(rules, "number")) {
            return numbers.number(rules, wild);
        }
        return Schemas.hasType(rules, "boolean") ? Json.of(random.nextBoolean()) : any(ANYTHING);
    }

    private Json chosen(JsonObject rules) {
        Json only = rules.get("const");
        if (only != null) {
            return only;
        }
        return rules.array("enum")
                .map(values -> any(values.items()))
                .orElseGet(() -> Objects.requireNonNull(
                        ((JsonObject) any(rules.array("oneOf").orElseThrow().items())).get("const")));
    }

    private Json object(JsonObject rules, boolean wild, int depth) {
        List<Map.Entry<String, Json>> properties = new ArrayList<>(
                rules.object("properties").orElseThrow().members().entrySet());
        if (random.nextBoolean()) {
            Collections.shuffle(properties, random);
        }
        JsonObject.Builder object = JsonObject.builder();
        for (Map.Entry<String, Json> property : properties) {
            boolean required = Schemas.requires(rules, property.getKey());
            if (!required && random.nextInt(12) == 0) {
                object.put(property.getKey(), JsonNull.NULL);
            } else if (required ? !wild() : random.nextInt(10) < (depth > DEEP ? 1 : 6)) {
                object.put(property.getKey(), value((JsonObject) property.getValue(), depth + 1));
            }
        }
        if (wild) {
            object.put(any(List.of("stranger", "", "Name", "kind", "type")), any(ANYTHING));
        }
        return object.build();
    }

    private Json map(JsonObject rules, boolean wild, int depth) {
        JsonObject.Builder map = JsonObject.builder();
        JsonObject values = rules.object("additionalProperties").orElse(JsonObject.EMPTY);
        int size = size(rules, "minProperties", "maxProperties", wild, depth);
        boolean isClosed = rules.has("additionalProperties") && values.isEmpty() && !wild;
        for (int i = 0; i < size && !isClosed; i++) {
            map.put(i + any(List.of("", "a/b", "~1", "ü", "$ref", "😀")), value(values, depth + 1));
        }
        return map.build();
    }

    private Json array(JsonObject rules, boolean wild, int depth) {
        List<Json> items = new ArrayList<>();
        int size = size(rules, "minItems", "maxItems", wild, depth);
        for (int i = 0; i < size; i++) {
            Json item = value(rules.object("items").orElse(JsonObject.EMPTY), depth + 1);
            boolean twice = rules.isTrue("uniqueItems") && !items.isEmpty() && random.nextInt(4) == 0;
            items.add(twice ? twin(any(items)) : item);
        }
        return new JsonArray(items);
    }

    /** The same value, written otherwise. */
    private Json twin(Json item) {
        if (item instanceof JsonNumber number) {
            return numbers.written(number.decimal());
        }
        if (item instanceof JsonObject object && object.members().size() > 1) {
            Map.Entry<String, Json> first =
                    object.members().entrySet().iterator().next();
            return object.without(first.getKey()).with(first.getKey(), first.getValue());
        }
        return item;
    }

    private int size(JsonObject rules, String minimum, String maximum, boolean wild, int depth) {
        int least = (int) rules.integer(minimum).orElse(0);
        int most = (int) Math.min(rules.integer(maximum).orElse(least + 3L), depth > DEEP ? least : least + 3L);
        if (wild) {
            return random.nextBoolean() ? Math.max(0, least - 1) : most + 1;
        }
        return least + random.nextInt(most - least + 1);
    }

    private boolean wild() {
        return random.nextInt(1000) < disorder;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
