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
public record CallerMapping(String tenant, String tenantClaim, String groupsClaim) implements CallerRule {

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

    @Override
    public VerifiedToken map(Claims claims, String issuer, AuthMethod method, ScopeHierarchy hierarchy)
            throws TokenException {
        Confirmation confirmation = Confirmation.of(claims);
        Caller caller = Caller.named(issuer, claims.requiredText("sub"), method)
                .tenant(tenantClaim.isEmpty() ? tenant : claims.requiredText(tenantClaim))
                .client(claims.firstOf("azp", "client_id", "appid"))
                .credentialId(claims.firstOf("jti", "uti"))
                .scopes(hierarchy.expand(scopes(claims)))
                .groups(groupsClaim.isEmpty() ? Set.of() : claims.texts(groupsClaim))
                .confirmation(confirmation.thumbprint())
                .build();
        return new VerifiedToken(caller, confirmation.proofKey(), confirmation.certificate());
    }

    private static Set<String> scopes(Claims claims) throws TokenException {
        Set<String> scopes = claims.words("scope");
        scopes.addAll(claims.words("scp"));
        return scopes;
    }
}
