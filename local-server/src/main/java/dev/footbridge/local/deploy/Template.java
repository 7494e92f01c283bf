package dev.footbridge.local.deploy;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A template of AWS CloudFormation, as far as it can be judged without AWS. */
public record Template(JsonObject whole) implements Parameters {

    /** @throws SettingsException if it is not YAML */
    public static Template read(Path file) throws IOException, SettingsException {
        return new Template(TaggedYaml.read(Files.readString(file)));
    }

    @Override
    public Map<String, Parameter> parameters() {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        whole.object("Parameters")
                .orElse(JsonObject.EMPTY)
                .members()
                .forEach((name, said) -> parameters.put(
                        name, new Parameter(name, said instanceof JsonObject object ? object : JsonObject.EMPTY)));
        return parameters;
    }

    @Override
    public List<String> broken(Map<String, String> values) {
        return new Rules(whole.object("Rules").orElse(JsonObject.EMPTY)).broken(values);
    }

    /** The package of the first function, as the template names it. */
    public Optional<String> codeUri() {
        for (Json resource :
                whole.object("Resources").orElse(JsonObject.EMPTY).members().values()) {
            Optional<String> uri = inner(resource, "Properties").flatMap(properties -> properties.string("CodeUri"));
            if (uri.isPresent()) {
                return uri;
            }
        }
        return Optional.empty();
    }

    /** The environment variables that it sets, of its functions and for all of them. */
    Set<String> variables() {
        Set<String> names = new HashSet<>();
        Stream<Json> resources = whole.object("Resources").orElse(JsonObject.EMPTY).members().values().stream();
        Stream.concat(
                        resources.flatMap(resource -> inner(resource, "Properties").stream()),
                        inner(whole, "Globals").flatMap(globals -> inner(globals, "Function")).stream())
                .flatMap(function -> inner(function, "Environment").stream())
                .flatMap(environment -> inner(environment, "Variables").stream())
                .forEach(variables -> names.addAll(variables.members().keySet()));
        return names;
    }

    private static Optional<JsonObject> inner(Json value, String name) {
        return value instanceof JsonObject object ? object.object(name) : Optional.empty();
    }

    /** A scalar as the text that CloudFormation makes of it. */
    static String text(Json value) {
        if (value instanceof JsonString text) {
            return text.value();
        }
        return value instanceof JsonNumber number ? number.text() : value.toString();
    }
}
