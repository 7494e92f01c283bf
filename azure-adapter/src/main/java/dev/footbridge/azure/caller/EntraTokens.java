package dev.footbridge.azure.caller;

import dev.footbridge.oauth.EntraTenant;
import dev.footbridge.oauth.OAuthSettings;
import dev.footbridge.oauth.TrustedIssuer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which access tokens of Entra are for this server, as app settings name them. Immutable.
 *
 * @param resource the public URL of this server
 * @param authority where one signs in
 * @param tenants by their ids
 * @param audiences what {@code aud} may say beside the resource: {@code api://…}, and the id of the application, which
 *     tokens of version 2.0 always name
 * @param scopes what every caller needs, as {@code scp} spells them
 * @param scopePrefix what clients write before them when they ask Entra
 */
public record EntraTokens(
        String resource,
        String authority,
        Set<String> tenants,
        Set<String> audiences,
        Set<String> scopes,
        String scopePrefix) {

    public static final String TENANTS = "FOOTBRIDGE_ENTRA_TENANTS";
    public static final String AUDIENCES = "FOOTBRIDGE_ENTRA_AUDIENCES";
    public static final String SCOPES = "FOOTBRIDGE_ENTRA_SCOPES";

    /** Not set but in the clouds of the United States government and of China. */
    public static final String AUTHORITY = "FOOTBRIDGE_ENTRA_AUTHORITY";

    /** What personal accounts of Microsoft have in the place of a tenant: anybody can make one. */
    private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";

    public EntraTokens {
        tenants = inOrder(tenants);
        audiences = inOrder(audiences);
        scopes = inOrder(scopes);
    }

    /**
     * Reads the settings. Scopes may be written as {@code scp} spells them or as clients ask for them.
     *
     * @throws IllegalArgumentException in words for the operator, with all mistakes and the names of the settings
     */
    public static EntraTokens read(Map<String, String> environment, String publicUrl) {
        List<String> problems = new ArrayList<>();
        String authority = environment.getOrDefault(AUTHORITY, "").strip();
        authority = authority.isEmpty() ? EntraTenant.PUBLIC : authority;
        Set<String> tenants = new LinkedHashSet<>();
        for (String id : words(environment, TENANTS)) {
            try {
                tenants.add(new EntraTenant(authority, id).id());
            } catch (IllegalArgumentException wrong) {
                problems.add(TENANTS + " or " + AUTHORITY + " cannot be used: " + wrong.getMessage());
            }
        }
        Set<String> audiences = words(environment, AUDIENCES);
        AskedScopes asked = AskedScopes.read(words(environment, SCOPES), audiences, publicUrl, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new EntraTokens(publicUrl, authority, tenants, audiences, asked.scopes(), asked.prefix());
    }

    /**
     * For checking tokens here.
     *
     * @throws IllegalArgumentException in words for the operator, if there is no tenant, or the rest does not fit
     */
    public OAuthSettings settings() {
        if (tenants.isEmpty()) {
            throw new IllegalArgumentException(TENANTS + " is missing: the ids of the tenants whose tokens are taken");
        }
        return with(tenants.stream().flatMap(id -> new EntraTenant(authority, id).issuers(audiences).stream()));
    }

    /**
     * For what clients are told where App Service checks the tokens. Where it takes those of every organization,
     * clients sign in at whichever is theirs.
     *
     * @throws IllegalArgumentException in words for the operator, if the settings do not fit
     */
    public OAuthSettings behindEasyAuth() {
        String any = authority + "/organizations";
        return tenants.isEmpty()
                ? with(Stream.of(TrustedIssuer.of(any + "/v2.0", any + "/discovery/v2.0/keys")))
                : settings();
    }

    /** The tenant, if it is one of those that are let in: where none is named, every organization. */
    Optional<EntraTenant> tenant(String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        if (tenants.isEmpty() ? lower.equals(PERSONAL) : !tenants.contains(lower)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EntraTenant(authority, lower));
        } catch (IllegalArgumentException noTenant) {
            return Optional.empty();
        }
    }

    private OAuthSettings with(Stream<TrustedIssuer> issuers) {
        OAuthSettings.Builder settings = OAuthSettings.forResource(resource)
                .scopes(scopes)
                .scopePrefix(scopePrefix)
                .maxLifetime(EntraTenant.LIFETIME);
        issuers.forEach(settings::trust);
        return settings.build();
    }

    private static Set<String> words(Map<String, String> environment, String name) {
        return Stream.of(environment.getOrDefault(name, "").split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> inOrder(Set<String> words) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(words));
    }
}
