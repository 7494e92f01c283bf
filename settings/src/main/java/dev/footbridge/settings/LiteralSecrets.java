package dev.footbridge.settings;

import dev.footbridge.argument.Pointer;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.secret.KeyShapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds secrets that were written into settings, where references to them belong. Stateless. */
final class LiteralSecrets {

    private static final Pattern REFERENCE = Pattern.compile("(?:env|file|aws-sm|aws-ssm|azure-kv):\\S+");
    private static final List<String> NAMES =
            List.of("password", "passwd", "secret", "apikey", "privatekey", "pepper", "credential");

    private LiteralSecrets() {}

    /** Where they are, by JSON Pointer; never what they are. */
    static List<String> in(JsonObject settings) {
        List<String> places = new ArrayList<>();
        search(settings, "", false, places);
        return places;
    }

    private static void search(Json value, String path, boolean named, List<String> places) {
        if (value instanceof JsonObject object) {
            object.members().forEach((name, member) -> searchMember(name, member, path, places));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.items().size(); i++) {
                search(array.items().get(i), path + "/" + i, named, places);
            }
        } else if (value instanceof JsonString text) {
            boolean reference = REFERENCE.matcher(text.value()).matches();
            if (!reference && (named || KeyShapes.areIn(text.value()))) {
                places.add(path);
            }
        }
    }

    private static void searchMember(String name, Json member, String path, List<String> places) {
        String place = Pointer.stranger(path, name);
        if (KeyShapes.areIn(name)) {
            places.add(place);
        }
        search(member, place, isSecret(name), places);
    }

    private static boolean isSecret(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        return NAMES.stream().anyMatch(plain::contains);
    }
}
