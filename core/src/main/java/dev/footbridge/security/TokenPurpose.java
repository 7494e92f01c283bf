package dev.footbridge.security;

import java.util.Set;

/**
 * What a signed token is for, by its claims. Issuers that mark all their tokens alike sign tokens about a login too,
 * which are for the client's eyes. Stateless and thread-safe.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDToken">ID tokens</a>
 */
public final class TokenPurpose {

    private static final Set<String> ABOUT_A_LOGIN = Set.of("nonce", "at_hash", "c_hash");
    private static final Set<String> OTHER_KINDS = Set.of("ID", "Refresh", "Offline");

    private TokenPurpose() {}

    /**
     * True unless the claims say that the token is no access token.
     *
     * @param names of all claims
     * @param use the claim {@code token_use} of Cognito, empty for none
     * @param kind the claim {@code typ} of Keycloak, empty for none
     */
    public static boolean isAccess(Set<String> names, String use, String kind) {
        return ABOUT_A_LOGIN.stream().noneMatch(names::contains)
                && !OTHER_KINDS.contains(kind)
                && (use.isEmpty() || use.equals("access"));
    }
}
