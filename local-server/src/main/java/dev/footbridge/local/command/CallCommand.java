package dev.footbridge.local.command;

import dev.footbridge.McpServer;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.Tool;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.security.Authenticator;
import dev.footbridge.text.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code call}: one tool, called as a client would call it. */
final class CallCommand {

    private CallCommand() {}

    static ExitCode run(Arguments arguments, Assembly assembly, Io io) throws CommandFailure {
        List<String> words = arguments.words();
        if (words.isEmpty()) {
            throw CommandFailure.usage("which tool? '" + io.launcher() + " tools' lists them");
        }
        Map<String, Tool> tools = assembly.offer().features().tools();
        Tool tool = tools.get(words.get(0));
        if (tool == null) {
            throw CommandFailure.usage("there is no tool " + words.get(0)
                    + Nearest.hintAndStop(words.get(0), tools.keySet()) + " There is "
                    + (tools.isEmpty() ? "none" : String.join(", ", tools.keySet())));
        }
        JsonObject given = given(arguments, tool);
        ServerConfig config = ServerConfig.DEFAULTS;
        try (McpServer server = assembly.server(config, Authenticator.anonymous())) {
            InProcess client = new InProcess(
                    server.http(), config.path(), assembly.self(), io.person().types());
            return show(answer(client, tool, given, io), new Printout(arguments.has("--json")), io);
        }
    }

    /** Asks the person at the terminal until the tool has what it needs. */
    private static JsonObject answer(InProcess client, Tool tool, JsonObject given, Io io) throws CommandFailure {
        Interview interview = new Interview(io);
        JsonObject message = client.call(tool, given, JsonObject.EMPTY);
        Optional<JsonObject> open = questions(message);
        while (open.isPresent()) {
            JsonObject answers = JsonObject.builder()
                    .put(
                            "inputResponses",
                            interview.answers(open.get().object("inputRequests").orElse(JsonObject.EMPTY)))
                    .putIfPresent("requestState", open.get().get("requestState"))
                    .build();
            message = client.call(tool, given, answers);
            open = questions(message);
        }
        return message;
    }

    private static Optional<JsonObject> questions(JsonObject message) {
        return message.object("result")
                .filter(result -> result.string("resultType").orElse("").equals("input_required"));
    }

    private static JsonObject given(Arguments arguments, Tool tool) throws CommandFailure {
        List<String> pairs = arguments.words().subList(1, arguments.words().size());
        if (!arguments.has("--json")) {
            return CallArguments.ofPairs(pairs, tool);
        }
        if (!pairs.isEmpty()) {
            throw CommandFailure.usage("give the arguments as --json or as name=value, not both");
        }
        return CallArguments.ofJson(arguments.one("--json").orElse(""), tool);
    }

    private static ExitCode show(JsonObject message, Printout printout, Io io) throws CommandFailure {
        if (message.object("error").isPresent()) {
            throw CommandFailure.refused(reason(message.object("error").get()));
        }
        JsonObject result = message.object("result").orElse(JsonObject.EMPTY);
        io.out().print(printout.of(result));
        io.out().flush();
        return result.isTrue("isError") ? ExitCode.TOOL : ExitCode.OK;
    }

    private static String reason(JsonObject error) {
        if (error.integer("code").orElse(0) == ErrorCode.MISSING_CLIENT_CAPABILITY.number()) {
            return "this tool asks its user, which needs a terminal here, or an MCP client";
        }
        return error.string("message").orElse("the server refused the call");
    }
}
