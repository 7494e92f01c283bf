package dev.footbridge.settings;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.secret.KeyShapes;
import dev.footbridge.secret.SecretReferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds secrets that were written into settings, where references to them belong. Not thread-safe. */
final class LiteralSecrets {

    private static final List<String> NAMES =
            List.of("password", "passwd", "secret", "apikey", "privatekey", "pepper", "credential");

    private final SecretReferences references;
    private final List<String> places = new ArrayList<>();

    private LiteralSecrets(SecretReferences references) {
        this.references = references;
    }

    /** Where they are, by JSON Pointer; never what they are. */
    static List<String> in(JsonObject settings, SecretReferences references) {
        LiteralSecrets found = new LiteralSecrets(references);
        found.search(settings, "", false);
        return found.places;
    }

    private void search(Json value, String path, boolean named) {
        if (value instanceof JsonObject object) {
            object.members().forEach((name, member) -> search(member, path + "/" + name, isSecret(name)));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.items().size(); i++) {
                search(array.items().get(i), path + "/" + i, named);
            }
        } else if (value instanceof JsonString text) {
            if (!references.isReference(text.value()) && (named || KeyShapes.areIn(text.value()))) {
                places.add(path);
            }
        }
    }

    private static boolean isSecret(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        return NAMES.stream().anyMatch(plain::contains);
    }
}
