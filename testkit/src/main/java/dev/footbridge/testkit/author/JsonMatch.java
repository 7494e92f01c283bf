package dev.footbridge.testkit.author;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.testkit.JsonPattern;
import dev.footbridge.testkit.JsonText;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares JSON with an expected text that may be a {@link JsonPattern}: order of members and form of numbers aside.
 */
final class JsonMatch {

    private JsonMatch() {}

    /** What differs, or empty if the value fits. */
    static Optional<String> differs(String expected, @Nullable Json actual) {
        return new JsonPattern(new HashMap<>())
                .differs(plain(JsonText.json(expected)), actual == null ? null : plain(actual))
                .map(problem -> problem.startsWith(" ") ? "it" + problem : problem);
    }

    /** Every number in one form, so that 1, 1.0 and 1e0 are the same. */
    private static Json plain(Json value) {
        if (value instanceof JsonNumber number) {
            return new JsonNumber(number.decimal().stripTrailingZeros().toPlainString());
        }
        if (value instanceof JsonArray array) {
            return new JsonArray(array.items().stream().map(JsonMatch::plain).toList());
        }
        if (value instanceof JsonObject object) {
            JsonObject.Builder same = JsonObject.builder();
            object.members().forEach((name, member) -> same.put(name, plain(member)));
            return same.build();
        }
        return value;
    }
}
