package dev.footbridge.oauth;

import dev.footbridge.call.Caller;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.log.Log;
import dev.footbridge.security.Authenticator;
import java.util.Set;

/**
 * The way every access token takes, whoever verifies it. It fails closed: what breaks on the way refuses. Thread-safe.
 */
final class TokenGate implements Authenticator {

    private final OAuthSettings settings;
    private final Challenges challenges;
    private final TokenVerifier verifier;
    private final Possession possession;
    private final Revocations revocations;
    private final Log log;

    TokenGate(OAuthSettings settings, OAuthParts parts, TokenVerifier verifier) {
        this.settings = settings;
        this.challenges = new Challenges(settings);
        this.verifier = verifier;
        this.possession = new Possession(settings, parts);
        this.revocations = parts.revocations();
        this.log = parts.log();
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
