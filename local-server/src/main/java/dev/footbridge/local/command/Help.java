package dev.footbridge.local.command;

import dev.footbridge.text.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code --help} and {@code help COMMAND} print. */
record Help(Io io, Offering offering) {

    /** One command: what follows its name, what it does, its options. */
    record Topic(String synopsis, String meaning, List<Option> options) {}

    static final Map<String, Topic> TOPICS = topics();

    private static final Set<String> RUN_TOOLS = Set.of("serve", "stdio", "call");
    private static final String SECRETS = "Tools find a secret in the environment: orders-api-key is in the variable"
            + " FOOTBRIDGE_SECRET_ORDERS_API_KEY.";

    private static Map<String, Topic> topics() {
        Map<String, Topic> topics = new LinkedHashMap<>();
        topics.put(
                "serve",
                new Topic(
                        "",
                        "Serves over HTTP until it is stopped; to this machine only, unless --host says otherwise.",
                        Option.SERVE));
        topics.put(
                "stdio",
                new Topic("", "Serves one client on standard input and output, as clients start it.", Option.STDIO));
        topics.put("tools", new Topic("", "Lists the tools with their arguments.", Option.TOOLS));
        topics.put("call", new Topic("TOOL [name=value …]", "Calls one tool and prints its result.", Option.CALL));
        topics.put(
                "config",
                new Topic("CLIENT", "Prints what to paste into " + ClientSnippets.names() + ".", Option.CONFIG));
        topics.put(
                "new",
                new Topic(
                        "FOLDER",
                        "Makes a Maven project in a new folder: a class with two tools, its tests, a server.",
                        Option.NEW));
        script(topics);
        clouds(topics);
        guards(topics);
        watches(topics);
        topics.put("help", new Topic("[COMMAND]", "Explains a command.", List.of()));
        return topics;
    }

    /** What the script does without starting Java. */
    private static void script(Map<String, Topic> topics) {
        topics.put(
                "aot",
                new Topic(
                        "",
                        "Makes the start-up cache of JDK 25 anew, and calls tools that only read for it.",
                        List.of()));
        topics.put(
                "install",
                new Topic(
                        "",
                        "Puts Footbridge's libraries into the local Maven repository, where projects find them; in a checkout"
                                + " of Footbridge only.",
                        List.of()));
    }

    /** What brings it to a cloud. */
    private static void clouds(Map<String, Topic> topics) {
        topics.put(
                "lambda",
                new Topic(
                        "",
                        "Runs one event through the function for AWS Lambda, here, and prints its answer; what the function"
                                + " logs goes to standard error. FOOTBRIDGE_ variables are those of the template; without"
                                + " any, callers come by IAM and nothing is asked of AWS.",
                        Option.LAMBDA));
        topics.put(
                "function",
                new Topic(
                        "",
                        "Runs one request through the function for Azure, here, as the Functions host would, and prints its"
                                + " answer; what the function logs goes to standard error. FOOTBRIDGE_ variables are the app"
                                + " settings; without any, callers are signed in by App Service Authentication and nothing"
                                + " is asked of Azure.",
                        Option.FUNCTION));
        topics.put(
                "deploy",
                new Topic(
                        "aws|azure [NAME=VALUE …]",
                        "Says whether 'sam deploy' or 'azd up' has all it needs, with these parameters of template.yaml or"
                                + " infra/main.bicep, and prints the commands. It deploys nothing itself. Ends with 1 if"
                                + " something is missing.",
                        Option.DEPLOY));
    }

    /** What decides who may call what. */
    private static void guards(Map<String, Topic> topics) {
        topics.put(
                "keys",
                new Topic(
                        "create|rotate|revoke|list [ID]",
                        "Makes API keys, for 'serve --keys' or with --state for a function of a cloud, gives the key ID a new secret, revokes it, or lists all. Only"
                                + " keyed hashes are kept, under the pepper in ~/.footbridge/pepper.",
                        Option.ofKeys()));
        topics.put(
                "policy",
                new Topic(
                        "check|explain",
                        "Says whether the policy of a settings file can be used, or what it says to one call and why."
                                + " 'explain' ends with 1 for a call that is denied.",
                        Option.POLICY_EXPLAIN));
        topics.put(
                "doctor",
                new Topic(
                        "",
                        "Looks at everything that a settings file needs: issuers and their keys, secrets, files, folders;"
                                + " and at the dates of certificates."
                                + " Ends with 1 if there is a problem.",
                        Option.DOCTOR));
    }

    /** What keeps watch over what is offered and what was called. */
    private static void watches(Map<String, Topic> topics) {
        topics.put(
                "lock",
                new Topic(
                        "[FILE]",
                        "Writes the digest of everything that is offered to FILE (default footbridge.lock), for"
                                + " 'serve --lock FILE' and 'lock --check', which refuse what has changed since.",
                        Option.LOCK));
        topics.put(
                "lint",
                new Topic(
                        "",
                        "Looks through what is offered for texts that mislead models: invisible characters, orders,"
                                + " names that look alike, secrets in headers. Ends with 1 if there is an error.",
                        Option.LINT));
        topics.put(
                "audit",
                new Topic(
                        "verify FILE…",
                        "Finds records of calls that were changed, moved or taken out of a file that 'serve --audit' wrote."
                                + " Of a file that was rotated, name the older parts first.",
                        Option.AUDIT));
        topics.put(
                "usage",
                new Topic(
                        "",
                        "Prints how often each caller, or each tool, was called and what it cost, of a server that keeps its"
                                + " state there and counts ('metered: true' under 'limits').",
                        Option.USAGE));
    }

    String overview() {
        StringBuilder text = new StringBuilder("Puts Java tools behind MCP, on your own machine.\n\n")
                .append(io.style().bold("usage"))
                .append(" footbridge COMMAND [options]\n\n");
        TOPICS.forEach((name, topic) -> text.append(row(name, topic.synopsis(), topic.meaning())));
        text.append(row("--version", "", "Prints the version.")).append('\n').append("exit codes\n");
        for (ExitCode code : ExitCode.values()) {
            text.append("  ")
                    .append(code.number())
                    .append("  ")
                    .append(code.meaning())
                    .append('\n');
        }
        return text.append("\nexample\n  footbridge serve ")
                .append(offering.hasOptions() ? "--files docs " : "")
                .append("--port 8080\n\n")
                .append("'footbridge help COMMAND' lists the options of a command.")
                .toString();
    }

    String of(String command) throws CommandFailure {
        Topic topic = TOPICS.get(command);
        if (topic == null) {
            throw CommandFailure.usage("no such command: " + command + Nearest.hint(command, TOPICS.keySet()));
        }
        List<Option> options = Option.known(topic.options(), offering);
        StringBuilder text = new StringBuilder(io.style().bold("usage"))
                .append(" footbridge ")
                .append((command + " " + topic.synopsis()).strip())
                .append(options.isEmpty() ? "" : " [options]")
                .append("\n\n")
                .append(topic.meaning())
                .append('\n');
        options.forEach(option -> text.append(row(option.name(), option.value(), option.meaning())));
        if (RUN_TOOLS.contains(command)) {
            text.append('\n').append(Style.wrap(SECRETS, "", io.width()));
        }
        return text.toString().stripTrailing();
    }

    private String row(String name, String value, String meaning) {
        String head = "  " + io.style().bold(name) + (value.isEmpty() ? "" : " " + value);
        return head + "\n" + Style.wrap(meaning, "      ", io.width()) + "\n";
    }
}
