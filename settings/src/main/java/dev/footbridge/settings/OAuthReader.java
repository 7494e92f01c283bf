package dev.footbridge.settings;

import dev.footbridge.json.StrictObject;
import dev.footbridge.oauth.AudienceRule;
import dev.footbridge.oauth.Binding;
import dev.footbridge.oauth.CallerMapping;
import dev.footbridge.oauth.EntraAudience;
import dev.footbridge.oauth.EntraTenant;
import dev.footbridge.oauth.Introspector;
import dev.footbridge.oauth.OAuthSettings;
import dev.footbridge.oauth.ResourceAudience;
import dev.footbridge.oauth.ScopeHierarchy;
import dev.footbridge.oauth.TokenType;
import dev.footbridge.oauth.TrustedIssuer;
import dev.footbridge.secret.HeldSecret;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the member {@code oauth}: whose access tokens are taken, and for which resource. */
final class OAuthReader {

    private static final List<String> MEMBERS = List.of(
            "resource",
            "scopes",
            "scope_prefix",
            "scope_hierarchy",
            "dpop",
            "dpop_nonce",
            "certificates",
            "issuers",
            "introspection");

    private OAuthReader() {}

    /** @param resource stands for the one in the file */
    static Optional<OAuthSettings> read(StrictObject oauth, Optional<String> resource, ReferenceReader references) {
        String written = oauth.text("resource").orElse("");
        Optional<OAuthSettings> settings = Optional.empty();
        try {
            OAuthSettings.Builder builder = OAuthSettings.forResource(resource.orElse(written))
                    .scopes(new LinkedHashSet<>(oauth.texts("scopes")))
                    .scopePrefix(oauth.text("scope_prefix").orElse(""))
                    .hierarchy(hierarchy(oauth.entry("scope_hierarchy")))
                    .proofs(binding(oauth, "dpop"))
                    .nonces(oauth.flag("dpop_nonce", false))
                    .certificates(binding(oauth, "certificates"));
            for (StrictObject issuer : oauth.entries("issuers")) {
                if (issuer.has("entra_tenant")) {
                    tenant(issuer).forEach(builder::trust);
                    builder.maxLifetime(EntraTenant.LIFETIME);
                } else {
                    builder.trust(issuer(issuer));
                }
                issuer.end();
            }
            if (oauth.has("introspection")) {
                introspector(oauth.entry("introspection"), references).ifPresent(builder::ask);
            }
            settings = Optional.of(builder.build());
        } catch (IllegalArgumentException refused) {
            oauth.problem("", "cannot be used: " + refused.getMessage());
            MEMBERS.forEach(oauth::any); // it was not read to its end
        }
        oauth.end();
        return settings;
    }

    /** Everything else follows from the tenant, and from what this server is called there. */
    private static List<TrustedIssuer> tenant(StrictObject entry) {
        String authority = entry.text("entra_authority").orElse(EntraTenant.PUBLIC);
        EntraTenant tenant =
                new EntraTenant(authority, entry.text("entra_tenant").orElse(""));
        return tenant.issuers(Set.copyOf(entry.texts("entra_audiences")));
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
        List<String> besides = entry.texts("other_audiences");
        if (!besides.isEmpty()) {
            if (!entra.isEmpty() || !cognito.isEmpty()) {
                throw new IllegalArgumentException("other_audiences stands alone, without entra or cognito");
            }
            issuer = issuer.withAudience(new ResourceAudience(Set.copyOf(besides)));
        }
        List<TokenType> types = entry.each("token_types", "must be at+jwt or JWT", OAuthReader::type);
        issuer = types.isEmpty() ? issuer : issuer.withTypes(Set.copyOf(types));
        return issuer.withMapping(mapping(entry));
    }

    private static TokenType type(String name) {
        return switch (name) {
            case "at+jwt" -> TokenType.ACCESS_TOKEN;
            case "JWT" -> TokenType.JWT;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Binding binding(StrictObject oauth, String name) {
        return switch (oauth.text(name).orElse("off")) {
            case "off" -> Binding.OFF;
            case "accepted" -> Binding.ACCEPTED;
            case "required" -> Binding.REQUIRED;
            default -> {
                oauth.problem(name, "must be off, accepted or required");
                yield Binding.OFF;
            }
        };
    }

    /** Empty if its secret is a problem already. */
    private static Optional<Introspector> introspector(StrictObject entry, ReferenceReader references) {
        String issuer = entry.text("issuer").orElse("");
        String endpoint = entry.text("endpoint").orElse("");
        String client = entry.text("client_id").orElse("");
        Set<String> besides = Set.copyOf(entry.texts("other_audiences"));
        List<String> entra = entry.texts("entra_audiences");
        AudienceRule audience = entra.isEmpty() ? new ResourceAudience(besides) : new EntraAudience(Set.copyOf(entra));
        if (!entra.isEmpty() && !besides.isEmpty()) {
            throw new IllegalArgumentException("introspection has other_audiences or entra_audiences, not both");
        }
        CallerMapping mapping = mapping(entry);
        Optional<HeldSecret> secret = references.one(entry, "client_secret");
        if (!entry.has("client_secret")) {
            entry.problem("client_secret", "is missing: a reference to what proves the client, such as env:NAME");
        }
        entry.end();
        return secret.map(held -> new Introspector(issuer, endpoint, client, held, audience, mapping));
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
