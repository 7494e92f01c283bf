package dev.footbridge.oauth;

import dev.footbridge.http.HttpRequest;
import dev.footbridge.security.Authenticator;
import java.util.Set;

/**
 * Callers by whatever access tokens the settings allow: signed ones are verified here, and the issuer is asked about
 * those that have not the shape of one. The one that a server should use. Thread-safe.
 */
public final class OAuthAuthenticator implements Authenticator {

    private final JwkSets keys;
    private final TokenGate gate;

    public OAuthAuthenticator(OAuthSettings settings, OAuthParts parts) {
        this.keys = new JwkSets(settings.issuers(), parts.clock(), parts.log());
        this.gate = new TokenGate(settings, parts, verifier(settings, parts, keys));
    }

    private static TokenVerifier verifier(OAuthSettings settings, OAuthParts parts, JwkSets keys) {
        if (settings.introspector().isEmpty()) {
            return new JwtVerifier(settings, keys, parts.clock());
        }
        TokenVerifier asked = new IntrospectionVerifier(settings, parts);
        if (settings.issuers().isEmpty()) {
            return asked;
        }
        TokenVerifier signed = new JwtVerifier(settings, keys, parts.clock());
        return token -> CompactToken.hasShape(token) ? signed.verify(token) : asked.verify(token);
    }

    /** Fetches the key sets, so that the first caller need not wait. Never fails: a later token tries again. */
    public void prime() {
        keys.prime();
    }

    @Override
    public boolean claims(HttpRequest request) {
        return gate.claims(request);
    }

    @Override
    public String challenge() {
        return gate.challenge();
    }

    @Override
    public String stepUp(Set<String> scopes) {
        return gate.stepUp(scopes);
    }

    @Override
    public Outcome authenticate(HttpRequest request) {
        return gate.authenticate(request);
    }
}
