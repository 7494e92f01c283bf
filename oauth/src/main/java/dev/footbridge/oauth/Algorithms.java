package dev.footbridge.oauth;

import java.util.Set;

/**
 * The algorithms of RFC 7518 and RFC 8037 that can be verified here: none of them has a secret that the verifier knows
 * too. Apart from {@link SigningKey} so that settings load no JOSE library.
 */
final class Algorithms {

    static final Set<String> RSA = Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");
    static final Set<String> EDWARDS = Set.of("EdDSA", "Ed25519");
    static final Set<String> ALL =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519");

    private Algorithms() {}

    /** The algorithms by name, as a challenge lists them. */
    static String listed() {
        return "ES256 ES384 ES512 Ed25519 EdDSA PS256 PS384 PS512 RS256 RS384 RS512";
    }
}
