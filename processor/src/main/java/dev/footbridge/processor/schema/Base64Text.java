package dev.footbridge.processor.schema;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.processor.model.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes as a schema sees them: groups of four characters for three bytes (RFC 4648 §4). The length of the text says the
 * number of bytes but for one or two, which the padding says; so a bound that falls inside a group says both.
 */
final class Base64Text {

    private static final String PATTERN = "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$";
    private static final int GROUP_BYTES = 3;
    private static final int GROUP_CHARACTERS = 4;

    private Base64Text() {}

    static JsonObject schema(Shape.Bytes bytes, Side side) {
        JsonObject.Builder schema = JsonObject.builder().put("type", "string").put("contentEncoding", "base64");
        if (side.constrains()) {
            schema.put("pattern", PATTERN);
            putLengths(schema, bytes);
            putEndings(schema, bytes);
        }
        return schema.build();
    }

    private static void putLengths(JsonObject.Builder schema, Shape.Bytes bytes) {
        if (bytes.least() > 0) {
            schema.put("minLength", characters(bytes.least()));
        }
        if (isLimited(bytes)) {
            schema.put("maxLength", characters(bytes.most()));
        }
    }

    private static void putEndings(JsonObject.Builder schema, Shape.Bytes bytes) {
        List<Json> endings = new ArrayList<>();
        if (bytes.least() > 0 && bytes.least() % GROUP_BYTES != 1) {
            endings.add(longerOr(bytes.least()));
        }
        if (isLimited(bytes) && bytes.most() % GROUP_BYTES != 0) {
            endings.add(shorterOr(bytes.most()));
        }
        if (endings.size() == 1) {
            schema.putAll((JsonObject) endings.get(0));
        } else if (!endings.isEmpty()) {
            schema.put("allOf", new JsonArray(endings));
        }
    }

    /** The shortest text must not be padded more than the fewest bytes are. */
    private static JsonObject longerOr(int least) {
        JsonObject longer = JsonObject.builder()
                .put("minLength", characters(least) + GROUP_CHARACTERS)
                .build();
        String ending = least % GROUP_BYTES == 0 ? "[^=]$" : "[^=].$";
        return JsonObject.of("anyOf", JsonArray.of(longer, JsonObject.of("pattern", ending)));
    }

    /** The longest text must be padded at least as much as the most bytes are. */
    private static JsonObject shorterOr(int most) {
        JsonObject shorter = JsonObject.builder()
                .put("maxLength", characters(most) - GROUP_CHARACTERS)
                .build();
        String ending = most % GROUP_BYTES == 1 ? "==$" : "=$";
        return JsonObject.of("anyOf", JsonArray.of(shorter, JsonObject.of("pattern", ending)));
    }

    private static boolean isLimited(Shape.Bytes bytes) {
        return bytes.most() < Integer.MAX_VALUE;
    }

    private static long characters(int bytes) {
        return (bytes + 2L) / GROUP_BYTES * GROUP_CHARACTERS;
    }
}
