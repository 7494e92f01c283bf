package dev.footbridge.compiled;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Texts by name, as prompts and resource templates get them, made a document that is read as arguments are. */
public final class Variables {

    private Variables() {}

    /** @param numbers the names that are read as whole numbers; where the text is none, it stays a text */
    public static Slot document(Map<String, String> texts, List<String> numbers) {
        JsonObject.Builder document = JsonObject.builder();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            boolean number = numbers.contains(text.getKey()) && isWhole(text.getValue());
            document.put(text.getKey(), number ? new JsonNumber(text.getValue()) : Json.of(text.getValue()));
        }
        return Slot.of(document.build());
    }

    /** In the one form that JSON has for it: a resource has one URI, and not a second one with zeros in front. */
    private static boolean isWhole(String text) {
        try {
            return Long.toString(Long.parseLong(text)).equals(text);
        } catch (NumberFormatException notOne) {
            return false;
        }
    }
}
