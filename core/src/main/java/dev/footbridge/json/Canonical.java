package dev.footbridge.json;

import java.util.TreeMap;

/** One text for all spellings of a JSON value that differ only in the order of members. */
public final class Canonical {

    private Canonical() {}

    public static String text(Json value) {
        return JsonWriter.text(isSorted(value) ? value : sorted(value));
    }

    /** Most arguments are one member or two: what is in order is written as it is. */
    private static boolean isSorted(Json value) {
        if (value instanceof JsonObject object) {
            return isSorted(object.own());
        }
        return value instanceof JsonArray array
                ? array.items().stream().allMatch(Canonical::isSorted)
                : !(value instanceof JsonText);
    }

    private static boolean isSorted(Members members) {
        for (int i = 0; i < members.size(); i++) {
            boolean follows = i == 0 || members.nameAt(i - 1).compareTo(members.nameAt(i)) < 0;
            if (!follows || !isSorted(members.valueAt(i))) {
                return false;
            }
        }
        return true;
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
