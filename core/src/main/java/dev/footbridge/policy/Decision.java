package dev.footbridge.policy;

import java.util.Set;

/**
 * What a policy says to one access.
 *
 * @param rule the rule that decided, or what stood in for one
 * @param reason one sentence for the operator; it may name rules and never values of arguments
 * @param missingScopes all scopes that would have to be added for the same access to be allowed; empty where no scope
 *     would help
 */
public record Decision(boolean allowed, String rule, String reason, Set<String> missingScopes) {

    public Decision {
        missingScopes = Set.copyOf(missingScopes);
    }

    static Decision allow(String rule) {
        return new Decision(true, rule, "rule " + rule + " allows it", Set.of());
    }

    static Decision deny(String rule, String reason) {
        return new Decision(false, rule, reason, Set.of());
    }

    static Decision lacking(String rule, Set<String> scopes) {
        return new Decision(false, rule, "the caller lacks scopes that rule " + rule + " asks for", scopes);
    }
}
