package dev.footbridge.policy;

import dev.footbridge.call.Caller;

/**
 * Decides who may call what. Thread-safe, and fast: it is asked for every call and for every entry of a list.
 *
 * <p>{@link Policy} is the one that comes with the server. Another, such as one that asks Cedar or OPA, must fail
 * closed: whatever it throws counts as a denial.
 */
public interface PolicyDecisionPoint {

    Decision decide(Caller caller, Access access);

    /** Names the version of the policy in every audit record: a digest of what was decided by. */
    String digest();

    /** False while decisions are only recorded and calls pass anyway. */
    default boolean enforced() {
        return true;
    }

    /** True if what a caller may not call is not to be told apart from what is not there. */
    default boolean hidesDenied() {
        return true;
    }

    /**
     * For servers without a policy: whoever is let in may call everything for which the credential has the scopes that
     * a tool asks for. A server that asks for no credential has nobody to ask for scopes.
     */
    static PolicyDecisionPoint scopesOnly() {
        return ScopesOnly.INSTANCE;
    }
}
