package dev.footbridge.oauth;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.security.TokenPurpose;
import dev.footbridge.state.Digest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Signed access tokens (RFC 9068, RFC 8725). What a token may choose is checked before what it needs: its issuer from
 * the configured ones, its algorithm and type from that issuer's, and only then its key from that issuer's set. Members
 * that bring or name a key of their own ({@code jku}, {@code x5u}, {@code jwk}, {@code x5c}) are not looked at.
 *
 * <p>A good token is known again for a minute: a signature costs more than all the rest of a call.
 */
final class JwtVerifier implements TokenVerifier {

    /** No issuer is asked later than that by priming: what waits for it may not wait long. */
    private static final Duration PRIMING = Duration.ofSeconds(2);

    private final OAuthSettings settings;
    private final Map<String, TrustedIssuer> issuers;
    private final JwkSets keys;
    private final Lifetime lifetime;
    private final InstantSource clock;
    private final TokenCache cache = new TokenCache();
    private final SharedVerification shared = new SharedVerification();

    JwtVerifier(OAuthSettings settings, JwkSets keys, InstantSource clock) {
        Map<String, TrustedIssuer> byName = new LinkedHashMap<>();
        settings.issuers().forEach(issuer -> byName.put(issuer.issuer(), issuer));
        this.settings = settings;
        this.issuers = Map.copyOf(byName);
        this.keys = keys;
        this.clock = clock;
        this.lifetime = new Lifetime(clock, settings.clockSkew(), settings.maxLifetime());
    }

    @Override
    public VerifiedToken verify(String token) throws TokenException {
        String key = Digest.of(token);
        Instant now = clock.instant();
        Optional<TokenCache.Known> known = cache.find(key, now);
        return known.isPresent() ? known.get().token() : judge(token, key, now);
    }

    /** Keys are looked for by each call: while one fetches them anew, the others go on with those that are there. */
    private VerifiedToken judge(String token, String key, Instant now) throws TokenException {
        CompactToken parsed = CompactToken.parse(token);
        TrustedIssuer issuer = issuers.get(parsed.claims().text("iss"));
        if (issuer == null) {
            throw TokenException.invalid("The token is not from an issuer that this server trusts.");
        }
        String algorithm = checkHeader(parsed.header(), issuer);
        List<SigningKey> candidates = candidates(parsed, issuer);
        return shared.verify(key, () -> {
            checkSignature(parsed, algorithm, candidates);
            VerifiedToken verified = checked(parsed.claims(), issuer);
            cache.keep(key, TokenCache.Known.good(verified, TokenCache.until(parsed.claims(), now)));
            return verified;
        });
    }

    /** What a token says whose signature is the issuer's. */
    private VerifiedToken checked(Claims claims, TrustedIssuer issuer) throws TokenException {
        lifetime.checkSigned(claims);
        checkPurpose(claims);
        issuer.audience().check(claims, settings.resource());
        return issuer.mapping().map(claims, issuer.issuer(), AuthMethod.OAUTH_JWT, settings.hierarchy());
    }

    /**
     * Fetches the keys of every issuer, and looks at tokens that nobody signed: they are refused, but all that looking
     * takes is loaded. What a good one says is read too, and forgotten. What fails, and what there is no time for, is
     * left to the first token.
     */
    void prime() {
        Instant end = clock.instant().plus(PRIMING);
        for (TrustedIssuer issuer : issuers.values()) {
            if (!clock.instant().isBefore(end)) {
                return;
            }
            NobodysToken.of(issuer, keys.prime(issuer), settings.resource(), clock.instant())
                    .ifPresent(token -> prime(token, issuer));
        }
    }

    private void prime(NobodysToken token, TrustedIssuer issuer) {
        try {
            verify(token.text());
        } catch (TokenException refused) {
            // as it should be
        }
        try {
            checked(token.claims(), issuer);
        } catch (TokenException refused) {
            // where the issuer's tokens need more than those of others
        }
    }

    /** The algorithm, when it and the type are the issuer's. */
    private static String checkHeader(Claims header, TrustedIssuer issuer) throws TokenException {
        String algorithm = header.text("alg");
        if (!issuer.algorithms().contains(algorithm)) {
            throw TokenException.invalid("The token is signed by an algorithm that is not allowed.");
        }
        String typ = header.text("typ");
        if (issuer.types().stream().noneMatch(type -> type.is(typ))) {
            throw TokenException.invalid("The token is not marked as an access token.");
        }
        return algorithm;
    }

    private List<SigningKey> candidates(CompactToken token, TrustedIssuer issuer) throws TokenException {
        String keyId = token.header().text("kid");
        if (keyId.isEmpty()) {
            throw TokenException.invalid("The token names no key.");
        }
        return keys.find(issuer, keyId);
    }

    private static void checkSignature(CompactToken token, String algorithm, List<SigningKey> keys)
            throws TokenException {
        for (SigningKey key : keys) {
            if (key.verifies(token, algorithm)) {
                return;
            }
        }
        throw TokenException.invalid("The token's signature is not valid.");
    }

    static void checkPurpose(Claims claims) throws TokenException {
        Set<String> names = claims.members().members().keySet();
        if (!TokenPurpose.isAccess(names, claims.text("token_use"), claims.text("typ"))) {
            throw TokenException.invalid("The token is not an access token.");
        }
    }
}
