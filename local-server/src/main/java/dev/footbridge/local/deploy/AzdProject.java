package dev.footbridge.local.deploy;

import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What azd is told: by azure.yaml, by the file of parameters, and by the environment that was chosen last.
 *
 * @param dist the folder that is deployed, as azure.yaml has it; empty if it has none
 * @param variables which variable of azd's environment sets a parameter
 * @param environment the name of that environment; empty if none was made yet
 * @param set what its variables are
 */
public record AzdProject(
        Optional<String> dist, Map<String, String> variables, Optional<String> environment, Map<String, String> set) {

    private static final Pattern LINE = Pattern.compile("(?<name>\\w+)=\"?(?<value>.*?)\"?\\s*");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?<name>\\w+)}");

    /** @throws SettingsException if something of it cannot be understood */
    public static AzdProject read(Path home) throws IOException, SettingsException {
        Optional<String> dist = Optional.empty();
        for (var service : TaggedYaml.read(Files.readString(home.resolve("azure.yaml")))
                .object("services")
                .orElse(JsonObject.EMPTY)
                .members()
                .values()) {
            dist = service instanceof JsonObject said ? said.string("dist") : dist;
        }
        Path azd = home.resolve(".azure");
        Optional<String> environment = json(azd.resolve("config.json")).string("defaultEnvironment");
        Map<String, String> set = new LinkedHashMap<>();
        if (environment.isPresent()
                && Files.exists(azd.resolve(environment.get()).resolve(".env"))) {
            for (String line : Files.readAllLines(azd.resolve(environment.get()).resolve(".env"))) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    set.put(matcher.group("name"), matcher.group("value"));
                }
            }
        }
        return new AzdProject(dist, variables(home), environment, set);
    }

    /** What parameters are set to already, by their own names. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        variables.forEach((parameter, variable) ->
                Optional.ofNullable(set.get(variable)).ifPresent(value -> values.put(parameter, value)));
        return values;
    }

    private static Map<String, String> variables(Path home) throws IOException, SettingsException {
        Map<String, String> variables = new LinkedHashMap<>();
        json(home.resolve("infra/main.parameters.json"))
                .object("parameters")
                .orElse(JsonObject.EMPTY)
                .members()
                .forEach((name, said) -> {
                    Matcher matcher = VARIABLE.matcher(
                            said instanceof JsonObject object
                                    ? object.string("value").orElse("")
                                    : "");
                    if (matcher.matches()) {
                        variables.put(name, matcher.group("name"));
                    }
                });
        return variables;
    }

    private static JsonObject json(Path file) throws IOException, SettingsException {
        if (!Files.exists(file)) {
            return JsonObject.EMPTY;
        }
        try {
            return JsonReader.read(Files.readAllBytes(file)) instanceof JsonObject object ? object : JsonObject.EMPTY;
        } catch (JsonException malformed) {
            throw new SettingsException(List.of(file + " is not JSON"));
        }
    }
}
