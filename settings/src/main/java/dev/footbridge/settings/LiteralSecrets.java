package dev.footbridge.settings;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds secrets that were written into settings, where references to them belong. Stateless. */
final class LiteralSecrets {

    private static final Pattern REFERENCE = Pattern.compile("(?:env|file|aws-sm|aws-ssm|azure-kv):\\S+");
    private static final List<String> NAMES =
            List.of("password", "passwd", "secret", "apikey", "privatekey", "pepper", "credential");

    private static final Pattern SHAPES = Pattern.compile("eyJ[\\w-]{8,}\\.[\\w-]{4,}\\.|mcpk_(?:live|test)_\\w{20,}"
            + "|(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_\\w{20,}|xox[abprs]-[\\w-]{10,}|-----BEGIN [A-Z ]*PRIVATE KEY");

    private LiteralSecrets() {}

    /** Where they are, by JSON Pointer; never what they are. */
    static List<String> in(JsonObject settings) {
        List<String> places = new ArrayList<>();
        search(settings, "", false, places);
        return places;
    }

    private static void search(Json value, String path, boolean named, List<String> places) {
        if (value instanceof JsonObject object) {
            object.members().forEach((name, member) -> search(member, path + "/" + name, isSecret(name), places));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.items().size(); i++) {
                search(array.items().get(i), path + "/" + i, named, places);
            }
        } else if (value instanceof JsonString text) {
            boolean reference = REFERENCE.matcher(text.value()).matches();
            if (!reference && (named || SHAPES.matcher(text.value()).find())) {
                places.add(path);
            }
        }
    }

    private static boolean isSecret(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        return NAMES.stream().anyMatch(plain::contains);
    }
}
