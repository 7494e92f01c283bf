package dev.footbridge.oauth;

import dev.footbridge.call.AuthMethod;

/** How the claims of an issuer become a caller. Immutable. */
public sealed interface CallerRule permits CallerMapping, EntraCallers {

    /**
     * The caller of claims that were verified.
     *
     * @param issuer as the token spells it
     */
    VerifiedToken map(Claims claims, String issuer, AuthMethod method, ScopeHierarchy hierarchy) throws TokenException;
}
