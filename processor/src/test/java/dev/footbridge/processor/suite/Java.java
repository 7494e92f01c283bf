package dev.footbridge.processor.suite;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonBoolean;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes schemas as an author writes them: Java types with annotations. */
final class Java {

    private static final Map<String, String> BOUNDS = Map.of(
            "minimum", "Min", "maximum", "Max", "exclusiveMinimum", "ExclusiveMin", "exclusiveMaximum", "ExclusiveMax");

    private final String prefix;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final StringBuilder records = new StringBuilder();

    /** @param prefix of the names of records */
    Java(String prefix) {
        this.prefix = prefix;
    }

    /** The records that were needed. */
    String records() {
        return records.toString();
    }

    /** The type with its annotations before it, in two parts because something may stand between. */
    Part part(Node node) {
        if (node.saysNothing()) {
            return new Part("", "Json");
        }
        boolean isText = node.type().equals("string");
        if (!isText && (node.schema().has("enum") || node.schema().has("const"))) {
            throw new Inexpressible("enum and const of values that are no text");
        }
        return switch (node.type()) {
            case "string" -> text(node);
            case "number" -> new Part(numberRules(node), "BigDecimal");
            case "integer" -> new Part(numberRules(node), "BigInteger");
            case "boolean" -> new Part("", "Boolean");
            case "array" -> list(node);
            case "object" -> isMap(node) ? map(node) : new Part("", record(node));
            default -> throw new Inexpressible("the type " + node.type());
        };
    }

    static boolean isMap(Node node) {
        return members(node).isEmpty() && !isClosed(node);
    }

    static boolean isClosed(Node node) {
        return node.schema().get("additionalProperties") == JsonBoolean.FALSE;
    }

    /** The names of all members that a record needs. */
    static Set<String> members(Node node) {
        Set<String> names = new LinkedHashSet<>(node.schema()
                .object("properties")
                .orElse(JsonObject.EMPTY)
                .members()
                .keySet());
        texts(node.schema().get("required")).forEach(names::add);
        node.schema()
                .object("dependentRequired")
                .orElse(JsonObject.EMPTY)
                .members()
                .forEach((name, needs) -> {
                    names.add(name);
                    texts(needs).forEach(names::add);
                });
        return names;
    }

    static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ') {
                literal.append(String.format("\\%03o", (int) c));
            } else {
                literal.append(c <= '~' ? String.valueOf(c) : String.format("\\u%04x", (int) c));
            }
        }
        return literal.append('"').toString();
    }

    private Part text(Node node) {
        JsonObject schema = node.schema();
        StringBuilder rules = new StringBuilder(bounds(schema, "Length", "minLength", "maxLength"));
        schema.string("pattern").ifPresent(pattern -> rules.append("@Pattern(" + quoted(whole(pattern)) + ") "));
        List<String> allowed = schema.string("const")
                .map(List::of)
                .orElseGet(() -> texts(schema.get("enum")).toList());
        if (allowed.isEmpty() && (schema.has("enum") || schema.has("const"))) {
            throw new Inexpressible("enum and const of values that are no text");
        }
        if (!allowed.isEmpty()) {
            rules.append(allowed.stream().map(Java::quoted).collect(Collectors.joining(", ", "@Allowed({", "}) ")));
        }
        return new Part(rules.toString(), "String");
    }

    /** A pattern of a schema is found anywhere; that of an annotation matches the whole text. */
    private static String whole(String pattern) {
        String start = pattern.startsWith("^") ? "" : "[\\s\\S]*";
        String end = pattern.endsWith("$") ? "" : "[\\s\\S]*";
        return start + "(?:" + pattern + ")" + end;
    }

    private static String numberRules(Node node) {
        StringBuilder rules = new StringBuilder();
        BOUNDS.forEach((keyword, annotation) -> {
            if (node.schema().get(keyword) instanceof JsonNumber bound) {
                rules.append("@" + annotation + "(" + bound.text() + "d) ");
            }
        });
        if (node.schema().get("multipleOf") instanceof JsonNumber divisor) {
            rules.append("@MultipleOf(\"" + divisor.decimal().toPlainString() + "\") ");
        }
        return rules.toString();
    }

    private Part list(Node node) {
        JsonObject schema = node.schema();
        Part item = schema.has("items") ? part(node.child("items")) : new Part("", "Json");
        String rules = bounds(schema, "Items", "minItems", "maxItems");
        if (!rules.isEmpty() && item.rules().contains("@Items")) {
            throw new Inexpressible("sizes of lists inside lists");
        }
        String container = schema.isTrue("uniqueItems") ? "Set<" : "List<";
        return new Part(rules + item.rules(), container + item.type() + ">");
    }

    private Part map(Node node) {
        JsonObject schema = node.schema();
        Part value =
                schema.has("additionalProperties") ? part(node.child("additionalProperties")) : new Part("", "Json");
        String rules = bounds(schema, "Items", "minProperties", "maxProperties");
        if (!rules.isEmpty() && value.rules().contains("@Items")) {
            throw new Inexpressible("sizes of lists inside lists");
        }
        return new Part(rules + value.rules(), "Map<String, " + value.type() + ">");
    }

    private String record(Node node) {
        JsonObject schema = node.schema();
        if (schema.has("minProperties") || schema.has("maxProperties")) {
            throw new Inexpressible("the size of an object with named members");
        }
        if (schema.get("additionalProperties") instanceof JsonObject) {
            throw new Inexpressible("a type for members beside named ones");
        }
        String known = names.get(node.pointer());
        if (known != null) {
            return known;
        }
        String name = prefix + names.size();
        names.put(node.pointer(), name);
        List<String> members = List.copyOf(members(node));
        List<String> required = texts(schema.get("required")).toList();
        List<String> components = new ArrayList<>();
        for (String member : members) {
            Part part =
                    schema.object("properties").filter(all -> all.has(member)).isPresent()
                            ? part(node.child("properties", member))
                            : new Part("", "Json");
            String type = required.contains(member) ? part.type() : "Optional<" + part.type() + ">";
            components.add(part.rules() + "@Description(\"d\") @Name(" + quoted(member) + ") " + type + " m"
                    + members.indexOf(member));
        }
        records.append(needs(schema, members))
                .append("public record " + name + "(" + String.join(", ", components) + ") {}\n");
        return name;
    }

    private static String needs(JsonObject schema, List<String> members) {
        StringBuilder rules = new StringBuilder();
        schema.object("dependentRequired").orElse(JsonObject.EMPTY).members().forEach((name, needs) -> {
            String others = texts(needs)
                    .map(other -> "\"m" + members.indexOf(other) + "\"")
                    .collect(Collectors.joining(", "));
            if (!others.isEmpty()) {
                rules.append("@Requires(value = \"m" + members.indexOf(name) + "\", needs = {" + others + "})\n");
            }
        });
        return rules.toString();
    }

    private static String bounds(JsonObject schema, String annotation, String least, String most) {
        List<String> values = new ArrayList<>();
        schema.integer(least).ifPresent(bound -> values.add("min = " + bound));
        schema.integer(most).ifPresent(bound -> values.add("max = " + bound));
        return values.isEmpty() ? "" : "@" + annotation + "(" + String.join(", ", values) + ") ";
    }

    private static Stream<String> texts(@Nullable Json values) {
        return values instanceof JsonArray array
                ? array.items().stream().filter(JsonString.class::isInstance).map(text -> ((JsonString) text).value())
                : Stream.empty();
    }

    /**
     * A type in Java.
     *
     * @param rules annotations, each with a space behind it
     */
    record Part(String rules, String type) {}
}
