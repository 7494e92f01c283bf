package dev.footbridge.policy;

import dev.footbridge.call.Caller;
import dev.footbridge.call.NamePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rules in the order of their file. Something is allowed if at least one rule allows it and none denies it; the order
 * decides only which rule is named. Immutable and thread-safe.
 *
 * @param enforced false to record decisions and let calls pass
 * @param hidesDenied whether what is denied looks like what is not there
 * @param digest of the text it was read from
 */
public record Policy(List<Rule> rules, boolean enforced, boolean hidesDenied, String digest)
        implements PolicyDecisionPoint {

    private static final Decision NO_RULE = Decision.deny("default", "no rule allows it");

    public Policy {
        rules = List.copyOf(rules);
    }

    @Override
    public Decision decide(Caller caller, Access access) {
        Decision found = NO_RULE;
        for (Rule rule : rules) {
            if (found.allowed() && rule.allows()) {
                continue;
            }
            Rule.Verdict verdict = rule.of(caller, access);
            if (verdict == Rule.Verdict.APPLIES && !rule.allows()) {
                return Decision.deny(rule.id(), "rule " + rule.id() + " denies it");
            }
            if (verdict != Rule.Verdict.SILENT) {
                found = allowed(verdict, rule, caller, access);
            }
        }
        return found;
    }

    /** An allowing rule asks for its own scopes and for those of what is called. */
    private static Decision allowed(Rule.Verdict verdict, Rule rule, Caller caller, Access access) {
        if (verdict == Rule.Verdict.APPLIES && caller.scopes().containsAll(access.scopes())) {
            return Decision.allow(rule.id());
        }
        Set<String> needed = new TreeSet<>(rule.scopes());
        needed.addAll(access.scopes());
        return Decision.lacking(rule.id(), needed);
    }

    /** What each rule says, for people: why something is allowed or not. */
    public List<String> explain(Caller caller, Access access) {
        List<String> lines = new ArrayList<>();
        for (Rule rule : rules) {
            lines.add(rule.id() + ": " + said(rule, caller, access));
        }
        return List.copyOf(lines);
    }

    private static String said(Rule rule, Caller caller, Access access) {
        if (!rule.speaksOf(access)) {
            return "is not about " + access.name();
        }
        if (!rule.speaksOf(caller)) {
            return "is not about this caller";
        }
        return switch (rule.of(caller, access)) {
            case APPLIES -> rule.allows() ? "allows it" : "denies it";
            case LACKS_SCOPES -> "would allow it with scopes " + String.join(" ", new TreeSet<>(rule.scopes()));
            case SILENT ->
                rule.truth(access) == Truth.TRUE
                        ? "asks for a credential that is bound to a key"
                        : rule.openConditions(access);
        };
    }

    /** Names that stand for one tool each, so that a name of no tool can be found before somebody relies on it. */
    public Set<String> exactTools() {
        Set<String> names = new TreeSet<>();
        toolPatterns().stream()
                .filter(NamePattern::isExact)
                .map(NamePattern::text)
                .forEach(names::add);
        return names;
    }

    /** Everything that rules call tools by, in their order. */
    public List<NamePattern> toolPatterns() {
        return rules.stream()
                .flatMap(rule -> rule.names().getOrDefault(Access.Kind.TOOL, List.of()).stream())
                .toList();
    }

    /** Whether some rule would allow it to somebody, under some condition; what is denied besides is not looked at. */
    public boolean hasRuleFor(Access access) {
        return rules.stream().anyMatch(rule -> rule.allows() && rule.speaksOf(access));
    }
}
