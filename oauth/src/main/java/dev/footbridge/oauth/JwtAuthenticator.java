package dev.footbridge.oauth;

import dev.footbridge.http.HttpRequest;
import dev.footbridge.security.Authenticator;
import java.util.Set;

/**
 * Callers by signed access tokens (RFC 9068), verified here with the keys of their issuers. Fetches nothing before the
 * first token or {@link #prime}. Thread-safe.
 */
public final class JwtAuthenticator implements Authenticator {

    private final JwkSets keys;
    private final TokenGate gate;

    /** @throws IllegalArgumentException if the settings trust no issuer of signed tokens */
    public JwtAuthenticator(OAuthSettings settings, OAuthParts parts) {
        if (settings.issuers().isEmpty()) {
            throw new IllegalArgumentException("no issuer of signed tokens is trusted");
        }
        this.keys = new JwkSets(settings.issuers(), parts.clock(), parts.log());
        this.gate = new TokenGate(settings, parts, new JwtVerifier(settings, keys, parts.clock()));
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
