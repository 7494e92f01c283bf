package dev.footbridge.local.command;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonString;
import dev.footbridge.json.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the questions of a tool to the person at the terminal, field by field. Used by one thread. */
final class Interview {

    private final Io io;
    private final BufferedReader typed;

    Interview(Io io) {
        this.io = io;
        this.typed = new BufferedReader(new InputStreamReader(io.in(), StandardCharsets.UTF_8));
    }

    /** The end of the input, where the person will not answer. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused() {
            super(null, null, false, false);
        }
    }

    /**
     * One answer for each request.
     *
     * @throws CommandFailure for a request that is no form, or has a field that cannot be asked for in a line
     */
    JsonObject answers(JsonObject requests) throws CommandFailure {
        JsonObject.Builder answers = JsonObject.builder();
        for (String key : requests.members().keySet()) {
            JsonObject params =
                    requests.object(key).flatMap(one -> one.object("params")).orElse(JsonObject.EMPTY);
            JsonObject schema = params.object("requestedSchema").orElseThrow(Interview::unaskable);
            answers.put(key, fill(params.string("message").orElse(""), schema));
        }
        return answers.build();
    }

    private JsonObject fill(String message, JsonObject schema) throws CommandFailure {
        io.err().println(message + " (Ctrl-D to say no)");
        JsonObject properties = schema.object("properties").orElse(JsonObject.EMPTY);
        JsonArray required = schema.array("required").orElse(JsonArray.EMPTY);
        JsonObject.Builder content = JsonObject.builder();
        try {
            for (String name : properties.members().keySet()) {
                JsonObject rules = properties.object(name).orElseThrow(Interview::unaskable);
                content.putIfPresent(name, ask(name, rules, required.items().contains(Json.of(name))));
            }
            if (properties.isEmpty()) {
                line("Enter to agree: ");
            }
        } catch (Refused no) {
            io.err().println();
            return JsonObject.of("action", "decline");
        }
        return JsonObject.builder()
                .put("action", "accept")
                .put("content", content.build())
                .build();
    }

    private @Nullable Json ask(String name, JsonObject rules, boolean required) throws Refused, CommandFailure {
        String question = rules.string("description").map(text -> text + "\n").orElse("") + "  " + name + facts(rules)
                + (required ? "" : " [optional]") + ": ";
        while (true) {
            String line = line(question);
            if (line.isBlank() && (!required || rules.has("default"))) {
                return rules.get("default");
            }
            Optional<Json> value = value(line, rules);
            if (value.isPresent()) {
                return value.get();
            }
            question = "  " + name + facts(rules) + ": ";
        }
    }

    private static String facts(JsonObject rules) throws CommandFailure {
        Json preset = rules.get("default");
        String shown = preset == null
                ? ""
                : " [" + (preset instanceof JsonString text ? text.value() : JsonWriter.text(preset)) + "]";
        if (rules.has("enum") || rules.has("oneOf")) {
            return " (" + String.join(" | ", choices(rules)) + ")" + shown;
        }
        return switch (rules.string("type").orElse("")) {
            case "string" -> shown;
            case "boolean" -> " (yes | no)" + shown;
            case "integer" -> " (whole number)" + shown;
            case "number" -> " (number)" + shown;
            default -> throw unaskable();
        };
    }

    private static Optional<Json> value(String line, JsonObject rules) {
        if (rules.has("enum") || rules.has("oneOf")) {
            return choices(rules).contains(line.strip()) ? Optional.of(Json.of(line.strip())) : Optional.empty();
        }
        return switch (rules.string("type").orElse("")) {
            case "boolean" -> flag(line.strip().toLowerCase(Locale.ROOT));
            case "integer", "number" -> number(line.strip());
            default -> line.isEmpty() ? Optional.empty() : Optional.of(Json.of(line));
        };
    }

    private static Optional<Json> flag(String word) {
        return switch (word) {
            case "y", "yes", "true" -> Optional.of(Json.of(true));
            case "n", "no", "false" -> Optional.of(Json.of(false));
            default -> Optional.empty();
        };
    }

    private static Optional<Json> number(String word) {
        try {
            return Optional.of(JsonReader.read(word)).filter(JsonNumber.class::isInstance);
        } catch (JsonException notANumber) {
            return Optional.empty();
        }
    }

    private static List<String> choices(JsonObject rules) {
        JsonArray listed = rules.array("enum").or(() -> rules.array("oneOf")).orElse(JsonArray.EMPTY);
        return listed.items().stream()
                .map(item -> item instanceof JsonObject titled ? titled.get("const") : item)
                .map(item -> item instanceof JsonString text ? text.value() : "")
                .toList();
    }

    private String line(String question) throws Refused {
        io.err().print(question);
        io.err().flush();
        try {
            String line = typed.readLine();
            if (line == null) {
                throw new Refused();
            }
            return line;
        } catch (IOException gone) {
            throw new Refused();
        }
    }

    private static CommandFailure unaskable() {
        return CommandFailure.refused(
                "this tool asks its user for something that cannot be typed here: use an MCP client");
    }
}
