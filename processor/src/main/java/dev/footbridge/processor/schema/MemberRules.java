package dev.footbridge.processor.schema;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules about which members come together. They are said by {@code not} and {@code dependentRequired}, because several
 * model providers refuse a tool whose input has {@code anyOf} at its root. The reader takes null for absent, so where a
 * member may be null {@code dependentRequired} is not exact, and {@code not} says it.
 */
final class MemberRules {

    private static final JsonObject NULL = JsonObject.of("type", "null");

    private final Set<String> nullable = new HashSet<>();
    private final List<Json> forbidden = new ArrayList<>();
    private final Map<String, Set<String>> dependencies = new LinkedHashMap<>();

    private MemberRules() {}

    /** The keywords, none if there are no such rules. */
    static JsonObject of(Definition.RecordType record) {
        MemberRules rules = new MemberRules();
        record.members().stream()
                .filter(MemberRules::mayBeNull)
                .forEach(member -> rules.nullable.add(member.wireName()));
        record.atLeastOne().forEach(group -> rules.forbidden.add(noneOf(group)));
        record.requirements().forEach(rules::add);
        return rules.keywords();
    }

    private static boolean mayBeNull(Member member) {
        boolean isAnything = member.shape() instanceof Shape.Free free && !free.isObject();
        return isAnything || member.occurrence().allowsNull();
    }

    private JsonObject keywords() {
        JsonObject.Builder needed = JsonObject.builder();
        dependencies.forEach((member, needs) -> needed.put(member, JsonArray.ofStrings(needs)));
        JsonObject.Builder keywords =
                JsonObject.builder().putIfPresent("dependentRequired", dependencies.isEmpty() ? null : needed.build());
        if (forbidden.size() == 1) {
            keywords.put("not", forbidden.get(0));
        } else if (!forbidden.isEmpty()) {
            keywords.put("not", JsonObject.of("anyOf", new JsonArray(forbidden)));
        }
        return keywords.build();
    }

    private void add(Definition.Requirement requirement) {
        String member = requirement.member();
        if (!nullable.contains(member) && requirement.needs().stream().noneMatch(nullable::contains)) {
            dependencies.computeIfAbsent(member, none -> new LinkedHashSet<>()).addAll(requirement.needs());
        } else {
            requirement.needs().forEach(need -> forbidden.add(without(member, need)));
        }
    }

    /** Each member of the group is absent or null. */
    private static JsonObject noneOf(List<String> group) {
        JsonObject.Builder nulls = JsonObject.builder();
        group.forEach(name -> nulls.put(name, NULL));
        return JsonObject.of("properties", nulls.build());
    }

    /** One member is given and the other is absent or null. */
    private JsonObject without(String member, String need) {
        JsonObject.Builder properties = JsonObject.builder();
        if (nullable.contains(member)) {
            properties.put(member, JsonObject.of("not", NULL));
        }
        return JsonObject.builder()
                .put("required", JsonArray.ofStrings(List.of(member)))
                .put("properties", properties.put(need, NULL).build())
                .build();
    }
}
