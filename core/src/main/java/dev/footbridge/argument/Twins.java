package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds equal items ({@code uniqueItems}). */
public final class Twins {

    private Twins() {}

    /** True if a value is there twice, as JSON Schema compares: numbers by amount, objects without regard to order. */
    public static boolean in(List<Json> items) {
        Set<Object> seen = new HashSet<>();
        return !items.stream().allMatch(item -> seen.add(comparable(item)));
    }

    private static Object comparable(Json value) {
        if (value instanceof JsonNumber number) {
            return number.decimal().stripTrailingZeros();
        }
        if (value instanceof JsonArray array) {
            return array.items().stream().map(Twins::comparable).toList();
        }
        if (value instanceof JsonObject object) {
            return object.members().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, member -> comparable(member.getValue())));
        }
        return value;
    }
}
