package dev.footbridge.aws.identity;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.PlatformIdentity;
import dev.footbridge.security.Authenticator;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Callers whose access token a JWT authorizer of API Gateway has verified. Its signature is not verified again, which
 * saves a cold start the fetch of the keys; but whom it is for is looked at once more, because a gateway that is set up
 * too widely must not open the server. Stateless.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html">JWT
 *     authorizers</a>
 */
public final class ClaimsAuthenticator implements Authenticator {

    private static final Refused FOREIGN = new Refused(401, "", "The access token is not for this server.");
    private static final Refused NAMELESS = new Refused(401, "", "The access token names no subject.");

    private final Rules rules;

    /**
     * What is believed.
     *
     * @param issuers whose tokens are taken, exactly as {@code iss} spells them
     * @param audiences of which a token must name one and no other: the server's own URL, and what else it is called
     * @param clients client ids that stand for an audience, for issuers that write none (Cognito); empty for none
     */
    public record Rules(Set<String> issuers, Set<String> audiences, Set<String> clients) {
        public Rules {
            issuers = Set.copyOf(issuers);
            audiences = Set.copyOf(audiences);
            clients = Set.copyOf(clients);
        }
    }

    public ClaimsAuthenticator(Rules rules) {
        this.rules = rules;
    }

    @Override
    public boolean claims(HttpRequest request) {
        return request.arrival()
                .identity()
                .filter(found -> found.kind() == PlatformIdentity.Kind.CLAIMS)
                .isPresent();
    }

    @Override
    public Outcome authenticate(HttpRequest request) {
        return request.arrival()
                .identity()
                .filter(found -> found.kind() == PlatformIdentity.Kind.CLAIMS)
                .map(this::decided)
                .orElse(FOREIGN);
    }

    private Outcome decided(PlatformIdentity token) {
        String issuer = token.fact("iss").orElse("");
        if (!rules.issuers().contains(issuer) || !isForUs(token)) {
            return FOREIGN;
        }
        String client = token.fact("client_id").or(() -> token.fact("azp")).orElse("");
        String subject = token.fact("sub").orElse("");
        if (subject.isEmpty()) {
            return NAMELESS;
        }
        return new Identified(Caller.named(issuer, subject, AuthMethod.OAUTH_JWT)
                .client(client)
                .credentialId(token.fact("jti").orElse(""))
                .scopes(new TreeSet<>(
                        list(token.fact("scope").or(() -> token.fact("scp")).orElse(""))))
                .groups(new TreeSet<>(list(token.fact("groups")
                        .or(() -> token.fact("cognito:groups"))
                        .orElse(""))))
                .build());
    }

    private boolean isForUs(PlatformIdentity token) {
        List<String> named = list(token.fact("aud").orElse(""));
        if (named.isEmpty()) {
            return token.fact("client_id").filter(rules.clients()::contains).isPresent();
        }
        return rules.audiences().containsAll(named);
    }

    /** API Gateway writes an array as {@code [a b]}. */
    private static List<String> list(String text) {
        String plain = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        return Arrays.stream(plain.split("[ ,]+", -1))
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
