package dev.footbridge.policy;

import dev.footbridge.call.NamePattern;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.json.StrictObject;
import dev.footbridge.state.Digest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a policy. Strict: what is not understood is refused, because a rule that is not applied as it was meant is
 * worse than a server that does not start.
 *
 * <p>The members are {@code mode} ({@code enforce} or {@code log_only}), {@code hide_denied}, {@code callers} (kinds of
 * callers by name) and {@code rules}; docs/policy.md describes them.
 */
public final class PolicyReader {

    private final List<String> problems = new ArrayList<>();
    private final Map<String, Who> callers = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();

    private PolicyReader() {}

    /** @throws PolicyException if anything in it is not understood; it names all that is not */
    public static Policy read(JsonObject policy) {
        return new PolicyReader().policy(policy);
    }

    private Policy policy(JsonObject object) {
        StrictObject policy = new StrictObject(object, "/policy", problems);
        String mode = policy.text("mode").orElse("enforce");
        if (!mode.equals("enforce") && !mode.equals("log_only")) {
            policy.problem("mode", "must be enforce or log_only");
        }
        boolean hides = policy.flag("hide_denied", true);
        callers(policy.entry("callers"));
        List<Rule> rules = new ArrayList<>();
        for (StrictObject rule : policy.entries("rules")) {
            rules.add(rule(rule));
        }
        policy.end();
        if (!problems.isEmpty()) {
            throw new PolicyException(problems);
        }
        return new Policy(rules, mode.equals("enforce"), hides, Digest.of(JsonWriter.text(object)));
    }

    private void callers(StrictObject named) {
        for (String name : named.names()) {
            callers.put(name, WhoReader.read(named.entry(name)));
        }
    }

    private Rule rule(StrictObject entry) {
        String id = entry.text("id").orElse("");
        if (id.isEmpty() || !ids.add(id)) {
            entry.problem("id", "must be there, and differ from those of all other rules");
        }
        boolean allows = entry.any("allow") != null;
        boolean denies = entry.any("deny") != null;
        List<Who> who = who(entry, allows ? "allow" : "deny");
        Rule rule = new Rule(
                id,
                allows,
                who,
                names(entry),
                entry.flag("read_only", false),
                Set.copyOf(entry.texts("scopes")),
                ConditionReader.read(entry),
                bound(entry));
        if (denies && !allows && (!rule.scopes().isEmpty() || rule.bound())) {
            entry.problem("", "denies, so it can have neither scopes nor require");
        }
        entry.end();
        entry.expect(allows != denies, "must have either allow or deny");
        boolean names = entry.has("tools") || entry.has("resources") || entry.has("prompts");
        entry.expect(names, "must name tools, resources or prompts");
        return rule;
    }

    /** Everybody is said by a star, and by nothing else: an empty list would be an accident. */
    private List<Who> who(StrictObject entry, String effect) {
        List<Who> who = new ArrayList<>();
        List<String> named = entry.texts(effect);
        for (String name : named) {
            Optional.ofNullable(callers.get(name)).ifPresent(who::add);
            if (!callers.containsKey(name) && !name.equals("*")) {
                entry.problem(effect, "names callers that are not described: " + name);
            }
        }
        if (named.contains("*") && named.size() > 1) {
            entry.problem(effect, "has * and others: * is everybody");
        }
        return who;
    }

    private static Map<Access.Kind, List<NamePattern>> names(StrictObject entry) {
        Map<Access.Kind, List<NamePattern>> names = new EnumMap<>(Access.Kind.class);
        names.put(Access.Kind.TOOL, entry.each("tools", "", NamePattern::new));
        names.put(Access.Kind.RESOURCE, entry.each("resources", "", NamePattern::new));
        names.put(Access.Kind.PROMPT, entry.each("prompts", "", NamePattern::new));
        return names;
    }

    private static boolean bound(StrictObject entry) {
        List<String> required = entry.texts("require");
        if (!required.isEmpty() && !required.equals(List.of("bound"))) {
            entry.problem("require", "can be bound, which asks for a credential that is bound to a key");
        }
        return !required.isEmpty();
    }
}
