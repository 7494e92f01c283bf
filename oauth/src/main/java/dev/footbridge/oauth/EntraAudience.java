package dev.footbridge.oauth;

import java.util.Set;

/**
 * The token names the resource URL of this server or an alias that Microsoft Entra knows it by, and nothing else. For
 * applications whose identifier cannot be the URL: the URL among the {@code identifierUris} makes this unnecessary.
 *
 * @param aliases such as {@code api://…} or an application's id; a token for any of them is a token for this server
 */
public record EntraAudience(Set<String> aliases) implements AudienceRule {

    /** @throws IllegalArgumentException if there is no alias, or an empty one */
    public EntraAudience {
        aliases = Set.copyOf(aliases);
        if (aliases.isEmpty() || aliases.contains("")) {
            throw new IllegalArgumentException("the Entra mode needs the audiences that stand for this server");
        }
    }

    @Override
    public void check(Claims claims, String resource) throws TokenException {
        Set<String> audiences = claims.texts("aud");
        if (audiences.isEmpty()) {
            throw TokenException.invalid("The token is not meant for this server.");
        }
        for (String audience : audiences) {
            if (!audience.equals(resource) && !aliases.contains(audience)) {
                throw TokenException.invalid("The token is meant for another server.");
            }
        }
    }

    @Override
    public String notice() {
        return "tokens for these audiences are taken as tokens for this server (Entra mode): " + aliases;
    }
}
