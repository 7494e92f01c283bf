package dev.footbridge.processor.suite;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonObject;
import java.util.Map;

/** Finds what a value has that the suite allows and an annotated class does not know. */
final class Fit {

    private Fit() {}

    /** @throws Inexpressible if the verdict on it would differ for a reason that is documented */
    static void verify(Node node, Json value) {
        if (node.saysNothing()) {
            return;
        }
        String type = node.type();
        boolean isOfType = Node.typeOf(value).equals(type.equals("integer") ? "number" : type);
        if (!isOfType && !node.isTyped()) {
            throw new Inexpressible("a value that an untyped rule lets through");
        }
        if (isOfType && value instanceof JsonArray array && node.schema().has("items")) {
            array.items().forEach(item -> verify(node.child("items"), item));
        }
        if (isOfType && value instanceof JsonObject object) {
            verify(node, object);
        }
    }

    private static void verify(Node node, JsonObject object) {
        JsonObject properties = node.schema().object("properties").orElse(JsonObject.EMPTY);
        JsonArray required = node.schema().array("required").orElse(JsonArray.EMPTY);
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            String name = member.getKey();
            if (properties.has(name)) {
                Node property = node.child("properties", name);
                boolean isLeftOut =
                        member.getValue() == JsonNull.NULL && !required.items().contains(Json.of(name));
                if (isLeftOut && !property.saysNothing()) {
                    throw new Inexpressible("null for a member that may be left out");
                }
                verify(property, member.getValue());
            } else if (Java.isMap(node) && node.schema().has("additionalProperties")) {
                verify(node.child("additionalProperties"), member.getValue());
            } else if (!Java.isMap(node) && !Java.members(node).contains(name) && !Java.isClosed(node)) {
                throw new Inexpressible("a member that a record does not have");
            }
        }
    }
}
