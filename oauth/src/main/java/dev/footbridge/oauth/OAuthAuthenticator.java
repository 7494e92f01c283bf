package dev.footbridge.oauth;

import dev.footbridge.call.Caller;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.log.Log;
import dev.footbridge.security.Authenticator;
import java.util.Set;

/**
 * Callers by whatever access tokens the settings allow: signed ones (RFC 9068) are verified here, and an issuer is
 * asked about those that have not the shape of one (RFC 7662). Fetches nothing before the first token or
 * {@link #prime}. It fails closed: what breaks on the way refuses. Thread-safe.
 */
public final class OAuthAuthenticator implements Authenticator {

    private final OAuthSettings settings;
    private final Challenges challenges;
    private final JwtVerifier signed;
    private final TokenVerifier verifier;
    private final Possession possession;
    private final Revocations revocations;
    private final Log log;

    public OAuthAuthenticator(OAuthSettings settings, OAuthParts parts) {
        this.settings = settings;
        this.challenges = new Challenges(settings);
        JwkSets keys = new JwkSets(settings.issuers(), parts.clock(), parts.log());
        this.signed = new JwtVerifier(settings, keys, parts.clock());
        this.verifier = verifier(settings, parts, signed);
        this.possession = new Possession(settings, parts);
        this.revocations = parts.revocations();
        this.log = parts.log();
    }

    private static TokenVerifier verifier(OAuthSettings settings, OAuthParts parts, JwtVerifier signed) {
        if (settings.introspector().isEmpty()) {
            return signed;
        }
        TokenVerifier asked =
                new IntrospectionVerifier(settings, settings.introspector().get(), parts);
        if (settings.issuers().isEmpty()) {
            return asked;
        }
        return token -> CompactToken.hasShape(token) ? signed.verify(token) : asked.verify(token);
    }

    /** Fetches the key sets, and loads what tokens need. Where that fails, a later token tries again. */
    @Override
    public void prime() {
        signed.prime();
    }

    @Override
    public boolean claims(HttpRequest request) {
        return Credential.isIn(request);
    }

    @Override
    public String challenge() {
        return challenges.missing();
    }

    @Override
    public String stepUp(Set<String> scopes) {
        return challenges.insufficientScope(scopes).challenge();
    }

    @Override
    public Outcome authenticate(HttpRequest request) {
        try {
            return new Identified(caller(request));
        } catch (TokenException refused) {
            return challenges.refused(refused);
        } catch (RuntimeException broken) {
            log.error(request.arrival().requestId(), "an access token could not be checked", broken);
            return challenges.refused(TokenException.unavailable());
        }
    }

    private Caller caller(HttpRequest request) throws TokenException {
        Credential credential = Credential.of(request);
        VerifiedToken token = verifier.verify(credential.token());
        checkRevoked(token.caller());
        possession.check(request, credential, token);
        if (!token.caller().scopes().containsAll(settings.scopes())) {
            throw TokenException.scope("The token lacks a scope that every caller needs.");
        }
        return token.caller();
    }

    /** Also of a token that was verified before and is only known again. */
    @SuppressWarnings("ReferenceEquality") // one instance says that there is nothing to look up
    private void checkRevoked(Caller caller) throws TokenException {
        if (revocations == Revocations.NONE) {
            return;
        }
        if (caller.credentialId().isEmpty()) {
            throw TokenException.invalid("The token has no jti, by which it could be revoked.");
        }
        if (revocations.isRevoked(caller.issuer(), caller.credentialId())) {
            throw TokenException.invalid("The token was revoked.");
        }
    }
}
