package dev.footbridge.oauth;

/**
 * The key of a client that a token is bound to (RFC 7800).
 *
 * @param proofKey {@code jkt}, the thumbprint of a key that signs proofs; empty for none
 * @param certificate {@code x5t#S256}, the thumbprint of a certificate; empty for none
 */
record Confirmation(String proofKey, String certificate) {

    /** @throws TokenException if the token is bound in a way that nobody here can check */
    static Confirmation of(Claims claims) throws TokenException {
        Claims confirmation = claims.object("cnf");
        String proofKey = confirmation.text("jkt");
        String certificate = confirmation.text("x5t#S256");
        if (claims.has("cnf") && proofKey.isEmpty() && certificate.isEmpty()) {
            throw TokenException.invalid("The token is bound in a way that this server cannot check.");
        }
        return new Confirmation(proofKey, certificate);
    }

    String thumbprint() {
        return proofKey.isEmpty() ? certificate : proofKey;
    }
}
