package dev.footbridge.aws.identity;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.PlatformIdentity;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.TokenPurpose;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    private static final Refused NO_ACCESS_TOKEN = new Refused(401, "", "The token is not an access token.");
    private static final Refused NAMELESS = new Refused(401, "", "The access token names no subject.");

    private static final Refused BOUND = new Refused(
            401, "", "The access token is bound to a key or certificate, and nothing here looks whether you have it.");
    private static final Refused MINGLED = new Refused(401, "", "The groups of the access token cannot be told apart.");

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
                .map(found -> decided(found, ShownToken.claims(request, found)))
                .orElse(FOREIGN);
    }

    private Outcome decided(PlatformIdentity token, JsonObject shown) {
        String issuer = token.fact("iss").orElse("");
        if (!rules.issuers().contains(issuer) || !isForUs(token)) {
            return FOREIGN;
        }
        if (!isAccessToken(token, shown)) {
            return NO_ACCESS_TOKEN;
        }
        String subject = token.fact("sub").orElse("");
        if (subject.isEmpty()) {
            return NAMELESS;
        }
        if (shown.has("cnf") || token.fact("cnf").isPresent()) {
            return BOUND;
        }
        Optional<Set<String>> groups = groups(token, shown);
        return groups.isEmpty() ? MINGLED : identified(token, issuer, subject, groups.get());
    }

    private static Outcome identified(PlatformIdentity token, String issuer, String subject, Set<String> groups) {
        String client = token.fact("client_id").or(() -> token.fact("azp")).orElse("");
        return new Identified(Caller.named(issuer, subject, AuthMethod.OAUTH_JWT)
                .client(client)
                .credentialId(token.fact("jti").orElse(""))
                .scopes(new TreeSet<>(
                        words(token.fact("scope").or(() -> token.fact("scp")).orElse(""))))
                .groups(groups)
                .build());
    }

    /** As the gateway tells the token and as it reads itself: a claim that one leaves out, the other may have. */
    private static boolean isAccessToken(PlatformIdentity token, JsonObject shown) {
        boolean told = TokenPurpose.isAccess(
                token.facts().keySet(),
                token.fact("token_use").orElse(""),
                token.fact("typ").orElse(""));
        return told
                && TokenPurpose.isAccess(
                        shown.members().keySet(),
                        shown.string("token_use").orElse(""),
                        shown.string("typ").orElse(""));
    }

    private boolean isForUs(PlatformIdentity token) {
        List<String> named = words(token.fact("aud").orElse(""));
        if (named.isEmpty()) {
            return token.fact("client_id").filter(rules.clients()::contains).isPresent();
        }
        return rules.audiences().containsAll(named);
    }

    /** @return empty if several may be meant and the token itself does not say which */
    private static Optional<Set<String>> groups(PlatformIdentity token, JsonObject shown) {
        String name = token.fact("groups").isPresent() ? "groups" : "cognito:groups";
        String text = token.fact(name).orElse("");
        if (!isArray(text)) {
            return Optional.of(text.isEmpty() ? Set.of() : Set.of(text));
        }
        if (shown.get(name) instanceof JsonArray array) {
            return Optional.of(array.items().stream()
                    .filter(JsonString.class::isInstance)
                    .map(item -> ((JsonString) item).value())
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        if (shown.get(name) instanceof JsonString) {
            return Optional.of(Set.of(text));
        }
        // Without the token, ["a"] and "[a]" are the same text: it is taken for the list, which issuers write.
        List<String> words = words(text);
        return words.size() > 1 ? Optional.empty() : Optional.of(Set.copyOf(words));
    }

    /** API Gateway writes an array as {@code [a b]}. */
    private static boolean isArray(String text) {
        return text.startsWith("[") && text.endsWith("]");
    }

    /** For what has no spaces in it: scopes (RFC 6749 §3.3) and URIs. */
    private static List<String> words(String text) {
        String plain = isArray(text) ? text.substring(1, text.length() - 1) : text;
        return Arrays.stream(plain.split(" ", -1))
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
