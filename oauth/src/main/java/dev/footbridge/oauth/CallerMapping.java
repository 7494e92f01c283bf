package dev.footbridge.oauth;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import java.util.Set;

/**
 * How the claims of an issuer become a caller. Immutable.
 *
 * @param tenant the tenant of everybody this issuer vouches for, where no claim names it
 * @param tenantClaim the claim that names the tenant, such as {@code tid}; empty for none. Whoever writes it decides
 *     whose data is reached: two issuers that may name the same tenant share it
 * @param groupsClaim the claim with groups or roles: one text or a list
 */
public record CallerMapping(String tenant, String tenantClaim, String groupsClaim) {

    /** One tenant, and groups from {@code groups}. */
    public static final CallerMapping PLAIN = new CallerMapping("default", "", "groups");

    /** @throws IllegalArgumentException if there is no tenant and no claim that names it */
    public CallerMapping {
        if (tenant.isEmpty() == tenantClaim.isEmpty()) {
            throw new IllegalArgumentException("an issuer has either one tenant or a claim that names it");
        }
    }

    public static CallerMapping tenant(String tenant) {
        return new CallerMapping(tenant, "", PLAIN.groupsClaim);
    }

    public static CallerMapping tenantFrom(String claim) {
        return new CallerMapping("", claim, PLAIN.groupsClaim);
    }

    public CallerMapping withGroupsFrom(String claim) {
        return new CallerMapping(tenant, tenantClaim, claim);
    }

    /** The caller of claims that were verified. */
    VerifiedToken map(Claims claims, String issuer, AuthMethod method, ScopeHierarchy hierarchy) throws TokenException {
        Claims confirmation = claims.object("cnf");
        String proofKey = confirmation.text("jkt");
        String certificate = confirmation.text("x5t#S256");
        if (claims.has("cnf") && proofKey.isEmpty() && certificate.isEmpty()) {
            throw TokenException.invalid("The token is bound in a way that this server cannot check.");
        }
        Caller caller = Caller.named(issuer, claims.requiredText("sub"), method)
                .tenant(tenantClaim.isEmpty() ? tenant : claims.requiredText(tenantClaim))
                .client(firstOf(claims, "azp", "client_id", "appid"))
                .credentialId(firstOf(claims, "jti", "uti"))
                .scopes(hierarchy.expand(scopes(claims)))
                .groups(groupsClaim.isEmpty() ? Set.of() : claims.texts(groupsClaim))
                .confirmation(proofKey.isEmpty() ? certificate : proofKey)
                .build();
        return new VerifiedToken(caller, proofKey, certificate);
    }

    private static Set<String> scopes(Claims claims) throws TokenException {
        Set<String> scopes = claims.words("scope");
        scopes.addAll(claims.words("scp"));
        return scopes;
    }

    /** Empty if the token has none of them. */
    private static String firstOf(Claims claims, String... names) throws TokenException {
        for (String name : names) {
            String text = claims.text(name);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
