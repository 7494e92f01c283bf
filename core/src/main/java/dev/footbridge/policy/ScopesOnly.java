package dev.footbridge.policy;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;

/** See {@link PolicyDecisionPoint#scopesOnly}. */
enum ScopesOnly implements PolicyDecisionPoint {
    INSTANCE;

    private static final Decision ALLOWED = Decision.allow("scopes");

    @Override
    public Decision decide(Caller caller, Access access) {
        boolean unasked = caller.method() == AuthMethod.NONE || caller.method() == AuthMethod.LOCAL;
        return unasked || caller.scopes().containsAll(access.scopes())
                ? ALLOWED
                : Decision.lacking("scopes", access.scopes());
    }

    @Override
    public String digest() {
        return "none";
    }

    /** A tool that a larger scope would open is listed, so that a client can ask for that scope. */
    @Override
    public boolean hidesDenied() {
        return false;
    }
}
