package dev.footbridge.oauth;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An authorization server whose signed tokens are taken. Immutable.
 *
 * @param issuer its identifier, byte for byte as it spells it in {@code iss} and in its metadata (RFC 8414 §2)
 * @param jwks where its keys are; no token can name another place
 * @param algorithms what it signs with; everything else is refused before a key is looked for
 * @param types how it marks access tokens
 * @param audience how its tokens say that they are for this server
 * @param mapping how its claims become a caller
 * @param advertised whether clients are told to get a token there
 */
public record TrustedIssuer(
        String issuer,
        String jwks,
        Set<String> algorithms,
        Set<TokenType> types,
        AudienceRule audience,
        CallerRule mapping,
        boolean advertised) {

    /** What a token may be signed with where nothing else is said. */
    public static final Set<String> ALGORITHMS = Set.of("RS256", "PS256", "ES256", "EdDSA");

    /** @throws IllegalArgumentException with all mistakes in one text */
    public TrustedIssuer {
        algorithms = Set.copyOf(algorithms);
        types = Set.copyOf(types);
        List<String> problems = new ArrayList<>();
        Endpoints.check("the issuer", issuer, problems);
        Endpoints.check("the key set of an issuer", jwks, problems);
        if (algorithms.isEmpty() || !Algorithms.ALL.containsAll(algorithms)) {
            problems.add("an issuer signs with at least one of " + Algorithms.listed() + " and no other");
        }
        if (types.isEmpty()) {
            problems.add("an issuer needs a type of access tokens");
        }
        if (types.contains(TokenType.UNMARKED) && !(audience instanceof CognitoClients)) {
            problems.add("tokens without a type are taken in the Cognito mode only");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** An issuer that keeps to RFC 9068. */
    public static TrustedIssuer of(String issuer, String jwks) {
        return new TrustedIssuer(
                issuer,
                jwks,
                ALGORITHMS,
                Set.of(TokenType.ACCESS_TOKEN),
                AudienceRule.RESOURCE,
                CallerMapping.PLAIN,
                true);
    }

    public TrustedIssuer withAlgorithms(Set<String> value) {
        return new TrustedIssuer(issuer, jwks, value, types, audience, mapping, advertised);
    }

    public TrustedIssuer withTypes(Set<TokenType> value) {
        return new TrustedIssuer(issuer, jwks, algorithms, value, audience, mapping, advertised);
    }

    public TrustedIssuer withMapping(CallerRule value) {
        return new TrustedIssuer(issuer, jwks, algorithms, types, audience, value, advertised);
    }

    public TrustedIssuer withAudience(AudienceRule value) {
        return new TrustedIssuer(issuer, jwks, algorithms, types, value, mapping, advertised);
    }

    /** This issuer as one that clients are not told of: another spelling of one that they are. */
    public TrustedIssuer unadvertised() {
        return new TrustedIssuer(issuer, jwks, algorithms, types, audience, mapping, false);
    }

    /** This issuer as Microsoft Entra is: tokens marked {@code JWT}, for one of the aliases of this server. */
    public TrustedIssuer asEntra(Set<String> aliases) {
        return withAudience(new EntraAudience(aliases)).withTypes(Set.of(TokenType.ACCESS_TOKEN, TokenType.JWT));
    }

    /** This issuer as Amazon Cognito is: tokens without type and audience, from one of the clients. */
    public TrustedIssuer asCognito(Set<String> clientIds) {
        return withAudience(new CognitoClients(clientIds)).withTypes(Set.of(TokenType.UNMARKED));
    }
}
