package dev.footbridge.oauth;

import dev.footbridge.http.HttpRequest;
import java.util.Optional;

/** Whether a bound token comes from the client that it is bound to. Thread-safe. */
final class Possession {

    private final OAuthSettings settings;
    private final OAuthParts parts;
    private final Proofs proofs;

    Possession(OAuthSettings settings, OAuthParts parts) {
        this.settings = settings;
        this.parts = parts;
        this.proofs = new Proofs(settings, parts);
    }

    /** @throws TokenException if it does not, or if that cannot be seen here */
    void check(HttpRequest request, Credential credential, VerifiedToken token) throws TokenException {
        checkProof(request, credential, token.proofKey());
        checkCertificate(request, token.certificate());
    }

    private void checkProof(HttpRequest request, Credential credential, String proofKey) throws TokenException {
        checkBinding(settings.proofs(), proofKey, "a key");
        if (credential.proven() != !proofKey.isEmpty()) {
            throw TokenException.invalid(
                    credential.proven()
                            ? "The token is not bound to a key: send it as Bearer."
                            : "The token is bound to a key: send it as DPoP, with a proof.");
        }
        if (credential.proven()) {
            proofs.check(request, credential.token(), proofKey);
        }
    }

    private void checkCertificate(HttpRequest request, String thumbprint) throws TokenException {
        checkBinding(settings.certificates(), thumbprint, "a certificate");
        if (thumbprint.isEmpty()) {
            return;
        }
        Optional<byte[]> shown = parts.certificates().apply(request);
        if (shown.isEmpty() || !Base64Url.same(Base64Url.encode(shown.get()), thumbprint)) {
            throw TokenException.invalid("The token is bound to another certificate.");
        }
    }

    private static void checkBinding(Binding binding, String thumbprint, String what) throws TokenException {
        if (binding == Binding.OFF && !thumbprint.isEmpty()) {
            throw TokenException.invalid("The token is bound to " + what + ", which this server cannot check.");
        }
        if (binding == Binding.REQUIRED && thumbprint.isEmpty()) {
            throw TokenException.invalid("The token must be bound to " + what + ".");
        }
    }
}
