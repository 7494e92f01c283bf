package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The values to choose from.
 *
 * @param titles one for each value, or none at all
 * @param legacyNames one for each value, or none at all
 */
record Choices(List<String> values, List<String> titles, List<String> legacyNames) {

    Choices {
        if (values.isEmpty() || new HashSet<>(values).size() != values.size()) {
            throw new IllegalArgumentException("a choice needs values, each of them once");
        }
        if (!titles.isEmpty() && !legacyNames.isEmpty()) {
            throw new IllegalArgumentException("a choice has titles or legacy names, not both");
        }
        if (!legacyNames.isEmpty() && legacyNames.size() != values.size()) {
            throw new IllegalArgumentException("a choice needs as many legacy names as values");
        }
    }

    Choices titled(Map<String, String> byValue) {
        if (!byValue.keySet().equals(new HashSet<>(values))) {
            throw new IllegalArgumentException("a choice needs a title for each of its values and for no other");
        }
        return new Choices(values, values.stream().map(byValue::get).toList(), legacyNames);
    }

    Choices named(List<String> names) {
        return new Choices(values, titles, names);
    }

    JsonObject schema() {
        if (!titles.isEmpty()) {
            return JsonObject.builder()
                    .put("type", "string")
                    .put("oneOf", options())
                    .build();
        }
        return JsonObject.builder()
                .put("type", "string")
                .put("enum", JsonArray.ofStrings(values))
                .putIfPresent("enumNames", legacyNames.isEmpty() ? null : JsonArray.ofStrings(legacyNames))
                .build();
    }

    private JsonArray options() {
        List<Json> options = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            options.add(JsonObject.builder()
                    .put("const", values.get(i))
                    .put("title", titles.get(i))
                    .build());
        }
        return new JsonArray(options);
    }
}
