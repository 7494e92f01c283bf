package dev.footbridge.testkit;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares a JSON value with an expected one that may hold placeholders; everything else must be equal, numbers by
 * their text. Placeholders are whole strings: {@code ${any}}, {@code ${string}}, {@code ${absent}} (the member must not
 * be there), {@code ${match:REGEX}} (a string), {@code ${save:NAME}} (anything, kept under the name),
 * {@code ${again:NAME}} (what was kept), {@code ${not:NAME}} (anything but that). The member {@code "${more}"} of an
 * object allows further members, the last item {@code "${more}"} of an array allows further items.
 */
public final class JsonPattern {

    private static final String MORE = "${more}";

    private final Map<String, Json> saved;

    /** @param saved what placeholders keep and compare with; changed by {@link #differs} */
    public JsonPattern(Map<String, Json> saved) {
        this.saved = saved;
    }

    /** What differs, or empty if the value fits. */
    public Optional<String> differs(Json expected, @Nullable Json actual) {
        return differs("", expected, actual);
    }

    private Optional<String> differs(String path, Json expected, @Nullable Json actual) {
        if (expected instanceof JsonString text && text.value().startsWith("${")) {
            return placeholder(path, text.value().substring(2, text.value().length() - 1), actual);
        }
        if (actual == null) {
            return Optional.of(path + " is missing");
        }
        if (expected instanceof JsonObject object && actual instanceof JsonObject other) {
            return objects(path, object, other);
        }
        if (expected instanceof JsonArray array && actual instanceof JsonArray other) {
            return arrays(path, array.items(), other.items());
        }
        return expected.equals(actual)
                ? Optional.empty()
                : Optional.of(path + " is " + JsonWriter.text(actual) + " instead of " + JsonWriter.text(expected));
    }

    private Optional<String> placeholder(String path, String rule, @Nullable Json actual) {
        if (rule.equals("absent")) {
            return actual == null ? Optional.empty() : Optional.of(path + " must not be there");
        }
        if (actual == null) {
            return Optional.of(path + " is missing");
        }
        int colon = rule.indexOf(':');
        String argument = rule.substring(colon + 1);
        boolean fits = switch (colon < 0 ? rule : rule.substring(0, colon)) {
            case "any" -> true;
            case "string" -> actual instanceof JsonString;
            case "match" -> actual instanceof JsonString text && text.value().matches(argument);
            case "again" -> actual.equals(saved.get(argument));
            case "not" -> !actual.equals(saved.get(argument));
            case "save" -> keep(argument, actual);
            default -> throw new IllegalArgumentException("unknown placeholder " + rule);
        };
        return fits ? Optional.empty() : Optional.of(path + " is " + JsonWriter.text(actual) + ", not " + rule);
    }

    private boolean keep(String name, Json value) {
        saved.put(name, value);
        return true;
    }

    private Optional<String> objects(String path, JsonObject expected, JsonObject actual) {
        for (Map.Entry<String, Json> member : expected.members().entrySet()) {
            if (member.getKey().equals(MORE)) {
                continue;
            }
            Optional<String> problem =
                    differs(path + "/" + member.getKey(), member.getValue(), actual.get(member.getKey()));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return expected.has(MORE)
                ? Optional.empty()
                : actual.members().keySet().stream()
                        .filter(name -> !expected.has(name))
                        .map(name -> path + "/" + name + " is not expected")
                        .findFirst();
    }

    private Optional<String> arrays(String path, List<Json> expected, List<Json> actual) {
        boolean open = !expected.isEmpty() && expected.get(expected.size() - 1).equals(Json.of(MORE));
        int count = open ? expected.size() - 1 : expected.size();
        if (actual.size() < count || (!open && actual.size() > count)) {
            return Optional.of(path + " has " + actual.size() + " items instead of " + count);
        }
        for (int i = 0; i < count; i++) {
            Optional<String> problem = differs(path + "/" + i, expected.get(i), actual.get(i));
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }
}
