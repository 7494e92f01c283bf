package dev.footbridge.audit;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.secret.KeyShapes;
import dev.footbridge.secret.SecretNames;
import dev.footbridge.text.ShownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes out of what a client sent what should not be kept: by the name of a member, and by the shape of a text.
 * Stateless.
 */
public final class Redactor {

    private static final String STARS = "***";
    private static final Json HIDDEN = Json.of(STARS);
    private static final int LONGEST = 256;
    private static final int MOST_ITEMS = 50;

    /** Also within a word, such as {@code mytoken}: too much taken out does no harm here. */
    private static final List<String> PARTS =
            List.of("password", "passwd", "secret", "token", "apikey", "authorization", "credential", "privatekey");

    private Redactor() {}

    static Json redacted(Json value) {
        if (value instanceof JsonObject object) {
            JsonObject.Builder copy = JsonObject.builder();
            object.members()
                    .forEach((name, member) -> copy.put(plain(name), isSecret(name) ? HIDDEN : redacted(member)));
            return copy.build();
        }
        if (value instanceof JsonArray array) {
            List<Json> items = new ArrayList<>();
            array.items().stream().limit(MOST_ITEMS).forEach(item -> items.add(redacted(item)));
            return new JsonArray(items);
        }
        return value instanceof JsonString text ? Json.of(plain(text.value())) : value;
    }

    /** A text of a client's, also one that should be a name: short, and without what has the shape of a key. */
    public static String plain(String text) {
        if (KeyShapes.areIn(text)) {
            return STARS;
        }
        return text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }

    /** The same as a part of one line of the log. */
    public static String line(String text) {
        return ShownText.oneLine(ShownText.of(plain(text)));
    }

    private static boolean isSecret(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        return SecretNames.isOne(name) || PARTS.stream().anyMatch(plain::contains);
    }
}
