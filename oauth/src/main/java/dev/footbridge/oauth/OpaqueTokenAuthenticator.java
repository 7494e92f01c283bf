package dev.footbridge.oauth;

import dev.footbridge.http.HttpRequest;
import dev.footbridge.security.Authenticator;
import java.util.Set;

/** Callers by tokens that only their issuer can read, which is asked about them (RFC 7662). Thread-safe. */
public final class OpaqueTokenAuthenticator implements Authenticator {

    private final TokenGate gate;

    /** @throws IllegalArgumentException if the settings name nobody to ask */
    public OpaqueTokenAuthenticator(OAuthSettings settings, OAuthParts parts) {
        this.gate = new TokenGate(settings, parts, new IntrospectionVerifier(settings, parts));
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
