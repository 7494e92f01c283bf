package dev.footbridge.testkit.functions;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code host.json} says of a server that the host starts and forwards everything to, with the profile for servers
 * of MCP. Immutable.
 *
 * @param command the executable and its arguments
 * @param folder where it is started
 * @param anonymous whether the host lets callers through without a key of its own
 */
record CustomHandler(List<String> command, Path folder, boolean anonymous) {

    private static final String PROFILE = "mcp-custom-handler";
    private static final Pattern VARIABLE = Pattern.compile("%(\\w+)%");

    CustomHandler {
        command = List.copyOf(command);
    }

    /** Whether the folder is of this kind. */
    static boolean isIn(StagedFolder staged) {
        return StagedFolder.json(staged.folder().resolve("host.json"))
                .flatMap(host -> host.string("configurationProfile"))
                .filter(PROFILE::equalsIgnoreCase)
                .isPresent();
    }

    /**
     * @param environment whose variables stand between percent signs
     * @throws IllegalArgumentException if the host would not run it
     */
    static CustomHandler read(StagedFolder staged, Map<String, String> environment) {
        JsonObject handler = StagedFolder.json(staged.folder().resolve("host.json"))
                .flatMap(host -> host.object("customHandler"))
                .orElseThrow(() -> new IllegalArgumentException("host.json has no customHandler"));
        if (!isIn(staged)) {
            throw new IllegalArgumentException("host.json does not say \"configurationProfile\": \"" + PROFILE + "\"");
        }
        if (!staged.functions().isEmpty()) {
            throw new IllegalArgumentException("there is a function.json beside the routes of the custom handler");
        }
        JsonObject description = handler.object("description").orElse(JsonObject.EMPTY);
        List<String> command = new ArrayList<>();
        command.add(executable(description, staged.folder(), environment));
        for (Json argument :
                description.array("arguments").orElse(JsonArray.EMPTY).items()) {
            command.add(argument instanceof JsonString text ? text.value() : "");
        }
        String level = handler.object("http")
                .flatMap(http -> http.string("DefaultAuthorizationLevel"))
                .orElse("function");
        Path folder =
                staged.folder().resolve(description.string("workingDirectory").orElse(""));
        return new CustomHandler(command, folder, level.equalsIgnoreCase("anonymous"));
    }

    /** A file of the folder, or else something on the path. */
    private static String executable(JsonObject description, Path folder, Map<String, String> environment) {
        String said = description.string("defaultExecutablePath").orElse("");
        if (said.isEmpty()) {
            throw new IllegalArgumentException("customHandler.description.defaultExecutablePath is missing");
        }
        String name = VARIABLE.matcher(said)
                .replaceAll(found -> Matcher.quoteReplacement(environment.getOrDefault(found.group(1), "")));
        Path inside = folder.resolve(name).toAbsolutePath();
        return Files.exists(inside) ? inside.toString() : name;
    }
}
