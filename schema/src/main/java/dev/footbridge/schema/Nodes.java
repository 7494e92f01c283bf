package dev.footbridge.schema;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonBoolean;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Our JSON as the library's. Numbers get one form for each amount, so that {@code 1} and {@code 1.0} are equal. */
final class Nodes {

    private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

    private Nodes() {}

    static JsonNode of(Json value) {
        if (value instanceof JsonObject object) {
            return of(object);
        }
        if (value instanceof JsonArray array) {
            ArrayNode node = FACTORY.arrayNode(array.items().size());
            array.items().forEach(item -> node.add(of(item)));
            return node;
        }
        if (value instanceof JsonString text) {
            return FACTORY.stringNode(text.value());
        }
        if (value instanceof JsonNumber number) {
            return of(number);
        }
        return value == JsonNull.NULL ? FACTORY.nullNode() : FACTORY.booleanNode(value == JsonBoolean.TRUE);
    }

    private static JsonNode of(JsonObject object) {
        ObjectNode node = FACTORY.objectNode();
        object.members().forEach((name, member) -> node.set(name, of(member)));
        return node;
    }

    private static JsonNode of(JsonNumber number) {
        if (number.longValue().isPresent()) {
            long whole = number.longValue().getAsLong();
            return whole == (int) whole ? FACTORY.numberNode((int) whole) : FACTORY.numberNode(whole);
        }
        return number.wholeValue()
                .<JsonNode>map(FACTORY::numberNode)
                .orElseGet(() -> FACTORY.numberNode(number.decimal().stripTrailingZeros()));
    }
}
