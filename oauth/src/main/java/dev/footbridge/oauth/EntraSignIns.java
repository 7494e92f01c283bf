package dev.footbridge.oauth;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.json.JsonObject;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.Authenticator.Outcome;
import dev.footbridge.security.Authenticator.Refused;
import java.util.Set;

/**
 * Access tokens of Entra whose signature and time something in front of this server has verified. What they say is held
 * against the same rules as in {@link OAuthAuthenticator}, so that a person is the same caller there and here.
 * Thread-safe.
 */
public final class EntraSignIns {

    private final OAuthSettings settings;
    private final Challenges challenges;
    private final Set<String> audiences;

    /**
     * @param settings for the resource, its scopes and what clients are told; its issuers are not looked at
     * @param audiences what a token may name beside the resource URL; empty to leave that to what is in front
     */
    public EntraSignIns(OAuthSettings settings, Set<String> audiences) {
        this.settings = settings;
        this.challenges = new Challenges(settings);
        this.audiences = Set.copyOf(audiences);
    }

    /** What a request without a sign-in is told. */
    public Refused missing() {
        return challenges.refused(TokenException.missing());
    }

    /** What a request is told whose sign-in cannot be believed. */
    public Refused invalid(String sentence) {
        return challenges.refused(TokenException.invalid(sentence));
    }

    /** What a caller is told whose token is not enough for an operation. */
    public Refused insufficientScope(Set<String> scopes) {
        return challenges.insufficientScope(scopes);
    }

    /**
     * The caller of verified claims.
     *
     * @param tenant of those that are let in
     * @param claims under their names in a token
     */
    public Outcome caller(EntraTenant tenant, JsonObject claims) {
        try {
            return new Identified(checked(tenant, new Claims(claims)));
        } catch (TokenException refused) {
            return challenges.refused(refused);
        }
    }

    private Caller checked(EntraTenant tenant, Claims claims) throws TokenException {
        String issuer = claims.text("iss");
        if (!Set.of("", tenant.issuer(), tenant.olderIssuer()).contains(issuer)) {
            throw TokenException.invalid("The token is not of the tenant of its issuer.");
        }
        JwtVerifier.checkPurpose(claims);
        if (!audiences.isEmpty()) {
            new EntraAudience(audiences).check(claims, settings.resource());
        }
        if (claims.has("cnf")) {
            throw TokenException.invalid("The token is bound to a key, and nothing here looks whether you have it.");
        }
        Caller caller = tenant.callers()
                .map(claims, tenant.issuer(), AuthMethod.ENTRA, settings.hierarchy())
                .caller();
        if (!caller.scopes().containsAll(settings.scopes())) {
            throw TokenException.scope("The token lacks a scope that every caller needs.");
        }
        return caller;
    }
}
