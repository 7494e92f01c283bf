package dev.footbridge.policy;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.call.NamePattern;
import java.util.List;
import java.util.Set;

/**
 * A kind of caller. What is empty is not asked for; everything else must hold, each by one of its values.
 *
 * @param methods how the caller proved who they are
 */
record Who(
        List<NamePattern> tenants,
        List<NamePattern> issuers,
        List<NamePattern> subjects,
        List<NamePattern> clients,
        Set<String> groups,
        Set<AuthMethod> methods) {

    boolean matches(Caller caller) {
        return (methods.isEmpty() || methods.contains(caller.method()))
                && fits(tenants, caller.tenant())
                && fits(issuers, caller.issuer())
                && fits(subjects, caller.subject())
                && fits(clients, caller.client())
                && (groups.isEmpty() || caller.groups().stream().anyMatch(groups::contains));
    }

    private static boolean fits(List<NamePattern> patterns, String name) {
        return patterns.isEmpty() || NamePattern.anyOf(patterns, name);
    }
}
