package dev.footbridge.local.command;

import dev.footbridge.feature.Tool;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tool on paper: its name, what it does, and each argument with what it must be. */
record ToolSheet(Style style, int width) {

    /** Keyword and sentence, in the order they are shown. */
    private static final List<Map.Entry<String, String>> BOUNDS = List.of(
            Map.entry("minimum", "at least %s"),
            Map.entry("exclusiveMinimum", "more than %s"),
            Map.entry("maximum", "at most %s"),
            Map.entry("exclusiveMaximum", "less than %s"),
            Map.entry("multipleOf", "a multiple of %s"),
            Map.entry("pattern", "like %s"));

    String describe(Tool tool) {
        StringBuilder text = new StringBuilder(style.bold(tool.name()))
                .append(style.dim("  " + effect(tool)))
                .append('\n')
                .append(Style.wrap(tool.listing().description(), "  ", width))
                .append('\n');
        JsonObject schema = tool.listing().input();
        List<String> required = texts(schema.array("required").orElse(JsonArray.EMPTY));
        for (Map.Entry<String, Json> property :
                schema.object("properties").orElse(JsonObject.EMPTY).members().entrySet()) {
            if (property.getValue() instanceof JsonObject rules) {
                text.append(argument(property.getKey(), rules, required.contains(property.getKey())));
            }
        }
        return text.toString();
    }

    private String argument(String name, JsonObject rules, boolean required) {
        List<String> facts = new ArrayList<>();
        facts.add(type(rules));
        facts.add(required ? "required" : "optional");
        if (CallArguments.mayBeNull(rules)) {
            facts.add("may be null");
        }
        Json preset = rules.get("default");
        if (preset != null) {
            facts.add("default " + JsonWriter.text(preset));
        }
        facts.addAll(bounds(rules));
        String head = "    " + style.bold(name) + style.dim("  " + String.join(", ", facts)) + '\n';
        return rules.string("description")
                .map(meaning -> head + Style.wrap(meaning, "        ", width) + '\n')
                .orElse(head);
    }

    private static String type(JsonObject rules) {
        if (rules.array("enum").isPresent()) {
            return "one of " + String.join(" | ", texts(rules.array("enum").get()));
        }
        String type = CallArguments.type(rules);
        if (type.isEmpty()) {
            return "any";
        }
        if (type.equals("array")) {
            return "list of " + type(rules.object("items").orElse(JsonObject.EMPTY));
        }
        return rules.string("format").map(format -> type + " (" + format + ")").orElse(type);
    }

    private static List<String> bounds(JsonObject rules) {
        List<String> facts = new ArrayList<>();
        for (Map.Entry<String, String> bound : BOUNDS) {
            Json value = rules.get(bound.getKey());
            if (value != null) {
                facts.add(bound.getValue().formatted(text(value)));
            }
        }
        size(rules.get("minLength"), rules.get("maxLength"), " characters").ifPresent(facts::add);
        size(rules.get("minItems"), rules.get("maxItems"), " items").ifPresent(facts::add);
        return facts;
    }

    private static Optional<String> size(@Nullable Json least, @Nullable Json most, String counted) {
        if (least == null) {
            return Optional.ofNullable(most).map(number -> "up to " + text(number) + counted);
        }
        if (most == null) {
            return Optional.of("at least " + text(least) + counted);
        }
        return Optional.of((least.equals(most) ? "exactly " : text(least) + " to ") + text(most) + counted);
    }

    private static List<String> texts(JsonArray array) {
        return array.items().stream()
                .filter(value -> value != JsonNull.NULL)
                .map(ToolSheet::text)
                .toList();
    }

    private static String text(Json value) {
        return value instanceof JsonString text ? text.value() : JsonWriter.text(value);
    }

    private static String effect(Tool tool) {
        return switch (tool.effect()) {
            case READ_ONLY -> "reads only";
            case ADDITIVE -> "only adds";
            case IDEMPOTENT -> "changes, safe to repeat";
            case DESTRUCTIVE -> "changes for good";
        };
    }
}
