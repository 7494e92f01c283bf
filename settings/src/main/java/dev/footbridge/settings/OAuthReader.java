package dev.footbridge.settings;

import dev.footbridge.json.StrictObject;
import dev.footbridge.oauth.CallerMapping;
import dev.footbridge.oauth.OAuthSettings;
import dev.footbridge.oauth.ScopeHierarchy;
import dev.footbridge.oauth.TrustedIssuer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the member {@code oauth}: whose access tokens are taken, and for which resource. */
final class OAuthReader {

    private OAuthReader() {}

    static Optional<OAuthSettings> read(StrictObject oauth) {
        Optional<OAuthSettings> settings = Optional.empty();
        try {
            OAuthSettings.Builder builder = OAuthSettings.forResource(
                            oauth.text("resource").orElse(""))
                    .scopes(new LinkedHashSet<>(oauth.texts("scopes")))
                    .hierarchy(hierarchy(oauth.entry("scope_hierarchy")));
            for (StrictObject issuer : oauth.entries("issuers")) {
                builder.trust(issuer(issuer));
                issuer.end();
            }
            settings = Optional.of(builder.build());
        } catch (IllegalArgumentException refused) {
            oauth.problem("", "cannot be used: " + refused.getMessage());
        }
        oauth.end();
        return settings;
    }

    private static TrustedIssuer issuer(StrictObject entry) {
        TrustedIssuer issuer = TrustedIssuer.of(
                entry.text("issuer").orElse(""), entry.text("jwks").orElse(""));
        List<String> algorithms = entry.texts("algorithms");
        issuer = algorithms.isEmpty() ? issuer : issuer.withAlgorithms(Set.copyOf(algorithms));
        List<String> entra = entry.texts("entra_audiences");
        issuer = entra.isEmpty() ? issuer : issuer.asEntra(Set.copyOf(entra));
        List<String> cognito = entry.texts("cognito_clients");
        issuer = cognito.isEmpty() ? issuer : issuer.asCognito(Set.copyOf(cognito));
        return issuer.withMapping(mapping(entry));
    }

    private static CallerMapping mapping(StrictObject entry) {
        Optional<String> fixed = entry.text("tenant");
        Optional<String> claim = entry.text("tenant_claim");
        if (fixed.isPresent() && claim.isPresent()) {
            throw new IllegalArgumentException("an issuer has tenant or tenant_claim, not both");
        }
        CallerMapping mapping = fixed.map(CallerMapping::tenant)
                .or(() -> claim.map(CallerMapping::tenantFrom))
                .orElse(CallerMapping.PLAIN);
        return entry.text("groups_claim").map(mapping::withGroupsFrom).orElse(mapping);
    }

    private static ScopeHierarchy hierarchy(StrictObject entry) {
        Map<String, Set<String>> implied = new LinkedHashMap<>();
        for (String scope : entry.names()) {
            implied.put(scope, Set.copyOf(entry.texts(scope)));
        }
        return implied.isEmpty() ? ScopeHierarchy.FLAT : new ScopeHierarchy(implied);
    }
}
