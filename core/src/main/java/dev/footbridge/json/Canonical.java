package dev.footbridge.json;

import java.util.TreeMap;

/** One text for all spellings of a JSON value that differ only in the order of members. */
public final class Canonical {

    private Canonical() {}

    public static String text(Json value) {
        return JsonWriter.text(sorted(value));
    }

    private static Json sorted(Json value) {
        if (value instanceof JsonObject object) {
            TreeMap<String, Json> members = new TreeMap<>();
            object.members().forEach((name, member) -> members.put(name, sorted(member)));
            return new JsonObject(members);
        }
        if (value instanceof JsonText written) {
            return sorted(written.parsed());
        }
        return value instanceof JsonArray array
                ? new JsonArray(array.items().stream().map(Canonical::sorted).toList())
                : value;
    }
}
