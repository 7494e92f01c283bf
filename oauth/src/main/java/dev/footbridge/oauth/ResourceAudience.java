package dev.footbridge.oauth;

import java.util.Set;

/**
 * The token names the resource URL of this server (RFC 8707), and beside it only what is listed.
 *
 * @param besides audiences of others that a token for this server may name too, such as an issuer's userinfo endpoint:
 *     whoever they are, they could use the token here
 */
public record ResourceAudience(Set<String> besides) implements AudienceRule {

    public ResourceAudience {
        besides = Set.copyOf(besides);
    }

    @Override
    public void check(Claims claims, String resource) throws TokenException {
        Set<String> audiences = claims.texts("aud");
        if (!audiences.contains(resource)) {
            throw TokenException.invalid("The token is not meant for this server.");
        }
        for (String audience : audiences) {
            if (!audience.equals(resource) && !besides.contains(audience)) {
                throw TokenException.invalid("The token is meant for another server too.");
            }
        }
    }

    @Override
    public String notice() {
        return besides.isEmpty() ? "" : "tokens may name these audiences beside the resource URL: " + besides;
    }
}
