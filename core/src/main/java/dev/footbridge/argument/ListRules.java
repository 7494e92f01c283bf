package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** How many items a list has, and whether one may be there twice. */
record ListRules(int min, @Nullable Integer max, boolean unique) {

    static final ListRules NONE = new ListRules(0, null, false);

    ListRules {
        if (min < 0 || (max != null && max < min)) {
            throw new IllegalArgumentException("a list must hold 0 <= minItems <= maxItems");
        }
    }

    JsonObject schema(JsonObject items) {
        return JsonObject.builder()
                .put("type", "array")
                .put("items", items)
                .putIfPresent("minItems", min == 0 ? null : Json.of(min))
                .putIfPresent("maxItems", max == null ? null : Json.of(max))
                .putIfPresent("uniqueItems", unique ? Json.of(true) : null)
                .build();
    }

    /** False if there are too many items to look at. */
    boolean examine(JsonArray list, String path, Findings findings) {
        int size = list.items().size();
        if (size < min) {
            findings.add(path, "must have at least " + Counted.items(min));
        }
        if (max != null && size > max) {
            findings.add(path, "must have at most " + Counted.items(max));
            return false;
        }
        if (unique && Twins.in(list.items())) {
            findings.add(path, "must not have the same item twice");
        }
        return true;
    }
}
