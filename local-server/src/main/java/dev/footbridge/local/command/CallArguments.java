package dev.footbridge.local.command;

import dev.footbridge.feature.Tool;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonBoolean;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonString;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns {@code name=value} into JSON with the help of the tool's schema. */
final class CallArguments {

    private static final Json NULL = Json.of("null");

    private CallArguments() {}

    static JsonObject ofJson(String text, Tool tool) throws CommandFailure {
        try {
            if (JsonReader.read(text) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException broken) {
            throw CommandFailure.usage(
                    "--json cannot be read: " + broken.getMessage() + "; write it like " + example(tool));
        }
        throw CommandFailure.usage("--json must be one JSON object, such as " + example(tool));
    }

    /** One argument of the tool, quoted for a shell. */
    private static String example(Tool tool) {
        JsonObject properties = tool.listing().input().object("properties").orElse(JsonObject.EMPTY);
        for (String name : properties.members().keySet()) {
            Json sample = sample(properties.object(name).orElse(JsonObject.EMPTY));
            return "--json '" + JsonWriter.text(JsonObject.of(name, sample)) + "'";
        }
        return "--json '{}'";
    }

    /** What the argument is unless it is null; empty where the schema says nothing of it, or several things. */
    static String type(JsonObject rules) {
        List<Json> types =
                new ArrayList<>(rules.array("type").orElse(JsonArray.EMPTY).items());
        types.remove(NULL);
        return types.size() == 1 && types.get(0) instanceof JsonString only
                ? only.value()
                : rules.string("type").orElse("");
    }

    static boolean mayBeNull(JsonObject rules) {
        return rules.array("type").orElse(JsonArray.EMPTY).items().contains(NULL);
    }

    private static Json sample(JsonObject rules) {
        return switch (type(rules)) {
            case "integer", "number" -> Json.of(1);
            case "boolean" -> Json.of(true);
            case "array" -> JsonArray.EMPTY;
            case "object" -> JsonObject.EMPTY;
            default -> Json.of("…");
        };
    }

    /**
     * Text stays text where the schema says string, but for a null that it allows; elsewhere it must be JSON. A list
     * takes its items one by one.
     */
    static JsonObject ofPairs(List<String> pairs, Tool tool) throws CommandFailure {
        JsonObject properties = tool.listing().input().object("properties").orElse(JsonObject.EMPTY);
        Map<String, Json> values = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw CommandFailure.usage("'" + pair + "' is not of the form name=value");
            }
            String name = pair.substring(0, equals);
            if (!properties.has(name)) {
                throw CommandFailure.usage("tool " + tool.name() + " has no argument " + name
                        + Nearest.hint(name, properties.members().keySet()));
            }
            add(
                    values,
                    name,
                    pair.substring(equals + 1),
                    properties.object(name).orElse(JsonObject.EMPTY));
        }
        return new JsonObject(values);
    }

    private static void add(Map<String, Json> values, String name, String text, JsonObject rules)
            throws CommandFailure {
        Json before = values.get(name);
        if (!isList(rules)) {
            if (before != null) {
                throw CommandFailure.usage("argument " + name + " may be given only once");
            }
            values.put(name, value(name, text, rules));
            return;
        }
        if (before == null && (text.startsWith("[") || (text.equals("null") && mayBeNull(rules)))) {
            values.put(name, value(name, text, rules));
            return;
        }
        List<Json> items = new ArrayList<>(before instanceof JsonArray list ? list.items() : List.of());
        items.add(value(name, text, rules.object("items").orElse(JsonObject.EMPTY)));
        values.put(name, new JsonArray(items));
    }

    private static boolean isList(JsonObject rules) {
        return type(rules).equals("array");
    }

    private static Json value(String name, String text, JsonObject rules) throws CommandFailure {
        String type = type(rules);
        if (text.equals("null") && mayBeNull(rules)) {
            return JsonNull.NULL;
        }
        if (type.equals("string") || rules.has("enum")) {
            return Json.of(text);
        }
        try {
            Json value = JsonReader.read(text);
            if (suits(value, type)) {
                return value;
            }
        } catch (JsonException notJson) {
            if (type.isEmpty()) {
                return Json.of(text);
            }
        }
        throw CommandFailure.usage("argument " + name + " must be " + kind(type) + ", is '" + text + "'");
    }

    /** What the words of a schema mean is the server's to check; this is only what a shell is likely to get wrong. */
    private static boolean suits(Json value, String type) {
        return switch (type) {
            case "boolean" -> value instanceof JsonBoolean;
            case "integer", "number" -> value instanceof JsonNumber;
            default -> true;
        };
    }

    private static String kind(String type) {
        return switch (type) {
            case "boolean" -> "true or false";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "object" -> "a JSON object";
            default -> "of type " + type;
        };
    }
}
