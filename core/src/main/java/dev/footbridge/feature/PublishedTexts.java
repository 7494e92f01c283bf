package dev.footbridge.feature;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.text.HiddenCharacters;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Refuses texts for models that hold what people cannot see: nobody would notice what they say. */
final class PublishedTexts {

    private PublishedTexts() {}

    /** @throws IllegalArgumentException naming the character and whose text it is in */
    static void check(String whose, @Nullable String text) {
        OptionalInt hidden = text == null ? OptionalInt.empty() : HiddenCharacters.firstIn(text);
        if (hidden.isPresent()) {
            throw new IllegalArgumentException(
                    whose + " holds an invisible character, " + HiddenCharacters.nameOf(hidden.getAsInt()));
        }
    }

    /** As {@link #check(String, String)}, for every text and name in a document. */
    static void check(String whose, Json document) {
        if (document instanceof JsonString text) {
            check(whose, text.value());
        } else if (document instanceof JsonObject object) {
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                check(whose, member.getKey());
                check(whose, member.getValue());
            }
        } else if (document instanceof JsonArray array) {
            for (Json item : array.items()) {
                check(whose, item);
            }
        }
    }
}
