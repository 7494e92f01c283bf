package dev.footbridge.oauth;

import dev.footbridge.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * An authorization server that is asked about tokens nobody else can read (RFC 7662). Immutable.
 *
 * @param issuer its identifier, as callers carry it
 * @param endpoint its introspection endpoint
 * @param clientId as whom this server asks
 * @param clientSecret what proves it; asked for at each question, so that it can change
 * @param audience how an answer says that a token is for this server
 * @param mapping how an answer becomes a caller
 */
public record Introspector(
        String issuer,
        String endpoint,
        String clientId,
        Supplier<Secret> clientSecret,
        AudienceRule audience,
        CallerMapping mapping) {

    /** @throws IllegalArgumentException with all mistakes in one text */
    public Introspector {
        List<String> problems = new ArrayList<>();
        Endpoints.check("the issuer", issuer, problems);
        Endpoints.check("the introspection endpoint", endpoint, problems);
        if (clientId.isEmpty()) {
            problems.add("the introspection endpoint must know who asks: a client id is missing");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    public static Introspector of(String issuer, String endpoint, String clientId, Secret clientSecret) {
        return new Introspector(
                issuer, endpoint, clientId, () -> clientSecret, AudienceRule.RESOURCE, CallerMapping.PLAIN);
    }

    public Introspector withAudience(AudienceRule value) {
        return new Introspector(issuer, endpoint, clientId, clientSecret, value, mapping);
    }

    public Introspector withMapping(CallerMapping value) {
        return new Introspector(issuer, endpoint, clientId, clientSecret, audience, value);
    }
}
