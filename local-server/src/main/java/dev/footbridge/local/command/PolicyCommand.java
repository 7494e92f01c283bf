package dev.footbridge.local.command;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.local.deploy.Elsewhere;
import dev.footbridge.policy.Access;
import dev.footbridge.policy.Decision;
import dev.footbridge.policy.Policy;
import dev.footbridge.settings.Settings;
import dev.footbridge.text.Nearest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** {@code policy}: whether a file can be used, and what it says to one call and why. */
final class PolicyCommand {

    private PolicyCommand() {}

    /**
     * @param rest the words behind {@code policy}: first what to do
     * @param tools the names of all there are; empty if they are not known
     */
    static ExitCode run(List<String> rest, Collection<String> tools, Io io, InstantSource clock) throws CommandFailure {
        String action = rest.isEmpty() ? "" : rest.get(0);
        List<String> words = rest.isEmpty() ? rest : rest.subList(1, rest.size());
        ExitCode code = switch (action) {
            case "check" -> check(Arguments.parse(words, Option.kinds(Option.POLICY_CHECK)), io);
            case "explain" -> explain(Arguments.parse(words, Option.kinds(Option.POLICY_EXPLAIN)), tools, io, clock);
            default -> throw CommandFailure.usage("policy what? Choose one of check, explain");
        };
        io.out().flush();
        return code;
    }

    private static ExitCode check(Arguments arguments, Io io) throws CommandFailure {
        Settings settings = SettingsFile.read(file(arguments), SettingsFile.anywhere(io.env()));
        io.out()
                .println(settings.policy()
                        .map(policy -> "The policy can be used: "
                                + policy.rules().size()
                                + (policy.rules().size() == 1 ? " rule" : " rules") + ", "
                                + (policy.enforced() ? "enforced" : "only logged") + ", sha256 " + policy.digest())
                        .orElse("There is no policy in this file: the scopes that tools ask for decide."));
        Elsewhere.notes(settings.secrets()).forEach(io.out()::println);
        return ExitCode.OK;
    }

    private static ExitCode explain(Arguments arguments, Collection<String> tools, Io io, InstantSource clock)
            throws CommandFailure {
        Policy policy = SettingsFile.read(file(arguments), SettingsFile.anywhere(io.env()))
                .policy()
                .orElseThrow(() -> CommandFailure.usage("there is no policy in this file"));
        String tool = arguments.one("--tool").orElseThrow(() -> CommandFailure.usage("which tool? --tool NAME"));
        Caller caller = caller(arguments.all("--as"));
        if (!tools.isEmpty() && !tools.contains(tool)) {
            io.err().println("footbridge: there is no tool " + tool + Nearest.hint(tool, tools));
        }
        Access access = Access.toTool(tool, clock.instant()).with(given(arguments));
        Access full = arguments.one("--from").map(access::from).orElse(access);
        Decision decision = policy.decide(caller, full);
        io.out().println((decision.allowed() ? "allowed" : "denied") + ": " + decision.reason());
        if (!decision.missingScopes().isEmpty()) {
            io.out().println("scopes that are needed: " + String.join(" ", new TreeSet<>(decision.missingScopes())));
        }
        policy.explain(caller, full).forEach(line -> io.out().println("  " + line));
        return decision.allowed() ? ExitCode.OK : ExitCode.TOOL;
    }

    private static Path file(Arguments arguments) throws CommandFailure {
        arguments.refuseWordsBeyond(0);
        return Path.of(arguments.one("--settings").orElse("footbridge.yaml"));
    }

    private static JsonObject given(Arguments arguments) throws CommandFailure {
        try {
            if (JsonReader.read(arguments.one("--args").orElse("{}")) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException malformed) {
            throw CommandFailure.usage("--args is no JSON: " + malformed.getMessage());
        }
        throw CommandFailure.usage("--args must be one JSON object");
    }

    /** Of words such as {@code client=app-7}. */
    private static Caller caller(List<String> facts) throws CommandFailure {
        String issuer = value(facts, "issuer", "https://issuer.example");
        String subject = value(facts, "subject", "somebody");
        return Caller.named(issuer, subject, method(value(facts, "auth", "oauth_jwt")))
                .tenant(value(facts, "tenant", "default"))
                .client(value(facts, "client", ""))
                .scopes(all(facts, "scope"))
                .groups(all(facts, "group"))
                .confirmation(value(facts, "bound", "no").equals("yes") ? "bound" : "")
                .build();
    }

    private static AuthMethod method(String text) throws CommandFailure {
        try {
            return AuthMethod.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw CommandFailure.usage(
                    "--as auth=… is one of none, local, token, api_key, oauth_jwt, oauth_opaque, mtls,"
                            + " iam, entra");
        }
    }

    private static String value(List<String> facts, String name, String fallback) throws CommandFailure {
        Set<String> all = all(facts, name);
        if (all.size() > 1) {
            throw CommandFailure.usage("--as " + name + "=… was given twice");
        }
        return all.isEmpty() ? fallback : all.iterator().next();
    }

    private static Set<String> all(List<String> facts, String name) throws CommandFailure {
        Set<String> values = new TreeSet<>();
        for (String fact : facts) {
            int equals = fact.indexOf('=');
            if (equals < 1 || !NAMES.contains(fact.substring(0, equals))) {
                throw CommandFailure.usage("--as takes name=value, with one of " + String.join(", ", NAMES));
            }
            if (fact.substring(0, equals).equals(name)) {
                values.add(fact.substring(equals + 1));
            }
        }
        return values;
    }

    private static final List<String> NAMES =
            List.of("tenant", "issuer", "subject", "client", "scope", "group", "auth", "bound");
}
