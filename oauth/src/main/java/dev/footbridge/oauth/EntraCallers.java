package dev.footbridge.oauth;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Callers by access tokens of one tenant of Microsoft Entra, of either version. The subject is {@code oid}, which is
 * the same for every application and both versions; {@code sub} differs with the application that a token is for. Roles
 * are groups.
 *
 * <p>An application that calls for itself, as managed identities do, has no {@code scp}: what an administrator allowed
 * it is in {@code roles}, so these are its scopes too. Without a role it is refused, because Entra gives a token for
 * any API to every application of the tenant that asks.
 *
 * @param tenant whose tokens they are; {@code tid} must say so too
 * @param issuer what callers of the tenant are known under, whichever of its two names a token has
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference">the claims</a>
 */
record EntraCallers(String tenant, String issuer) implements CallerRule {

    @Override
    public VerifiedToken map(Claims claims, String spelled, AuthMethod method, ScopeHierarchy hierarchy)
            throws TokenException {
        if (!claims.text("tid").equals(tenant)) {
            throw TokenException.invalid("The token is not of the tenant of its issuer.");
        }
        String client = claims.firstOf("azp", "appid");
        if (client.isEmpty()) {
            // only an ID token says nothing of who got it
            throw TokenException.invalid("The token is not an access token.");
        }
        Confirmation confirmation = Confirmation.of(claims);
        Set<String> roles = claims.texts("roles");
        Caller caller = Caller.named(issuer, claims.requiredText("oid"), method)
                .tenant(tenant)
                .client(client)
                .credentialId(claims.firstOf("uti", "jti"))
                .scopes(hierarchy.expand(allowed(claims, roles)))
                .groups(roles)
                .confirmation(confirmation.thumbprint())
                .build();
        return new VerifiedToken(caller, confirmation.proofKey(), confirmation.certificate());
    }

    private static Set<String> allowed(Claims claims, Set<String> roles) throws TokenException {
        Set<String> delegated = claims.words("scp");
        String kind = claims.text("idtyp");
        if (kind.equals("app") ? !delegated.isEmpty() : !kind.isEmpty() && delegated.isEmpty()) {
            throw TokenException.invalid("The token does not say whether a user or an application calls.");
        }
        if (!delegated.isEmpty()) {
            return delegated;
        }
        if (roles.isEmpty()) {
            throw TokenException.scope("The application has no role that lets it call this server.");
        }
        Set<String> scopes = new LinkedHashSet<>(roles);
        scopes.removeIf(role -> !OAuthSettings.isScope(role));
        return scopes;
    }
}
