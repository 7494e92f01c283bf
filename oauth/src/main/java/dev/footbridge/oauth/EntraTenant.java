package dev.footbridge.oauth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A tenant of Microsoft Entra, and the two issuers that it is: which version of tokens an API gets is a setting of its
 * registration, and clients are told of the newer issuer only. Immutable.
 *
 * @param authority where one signs in, such as {@link #PUBLIC}; other clouds have others
 * @param id in lower case
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/access-tokens#token-formats">the versions</a>
 */
public record EntraTenant(String authority, String id) {

    /** The cloud that nearly everybody is in. */
    public static final String PUBLIC = "https://login.microsoftonline.com";

    /** How long tokens of managed identities live, and five minutes that Entra dates them back. */
    public static final Duration LIFETIME = Duration.ofHours(25);

    private static final String CHINA = "https://login.partner.microsoftonline.cn";
    private static final Set<String> ALGORITHMS = Set.of("RS256");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");

    /** @throws IllegalArgumentException with all mistakes in one text */
    public EntraTenant {
        id = id.toLowerCase(Locale.ROOT);
        List<String> problems = new ArrayList<>();
        Endpoints.checkCanonical("the authority of Entra", authority, problems);
        if (!ID.matcher(id).matches()) {
            problems.add("a tenant of Entra is named by its id, as in 72f988bf-86f1-41af-91ab-2d7cd011db47, not " + id);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** The issuer of version 2.0, which callers are known under whichever version their token has. */
    public String issuer() {
        return authority + "/" + id + "/v2.0";
    }

    /** The issuer of version 1.0. */
    public String olderIssuer() {
        return (authority.equals(CHINA) ? "https://sts.chinacloudapi.cn/" : "https://sts.windows.net/") + id + "/";
    }

    /**
     * Both issuers, for tokens of both versions.
     *
     * @param audiences what tokens may name in place of the resource URL: {@code api://…}, an application id
     */
    public List<TrustedIssuer> issuers(Set<String> audiences) {
        String keys = authority + "/" + id + "/discovery/";
        return List.of(
                issuer(issuer(), keys + "v2.0/keys", audiences),
                issuer(olderIssuer(), keys + "keys", audiences).unadvertised());
    }

    private TrustedIssuer issuer(String name, String keys, Set<String> audiences) {
        return TrustedIssuer.of(name, keys)
                .withTypes(Set.of(TokenType.ACCESS_TOKEN, TokenType.JWT))
                .withAudience(audiences.isEmpty() ? AudienceRule.RESOURCE : new EntraAudience(audiences))
                .withAlgorithms(ALGORITHMS)
                .withMapping(callers());
    }

    CallerRule callers() {
        return new EntraCallers(id, issuer());
    }
}
