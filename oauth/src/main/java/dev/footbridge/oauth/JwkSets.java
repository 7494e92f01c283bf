package dev.footbridge.oauth;

import dev.footbridge.log.Log;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The key sets of the trusted issuers (RFC 7517), each for its own issuer only. Nothing is fetched before the first
 * token. Thread-safe.
 */
final class JwkSets {

    /** No issuer is asked later than that by priming: what waits for it may not wait long. */
    private static final Duration PRIMING = Duration.ofSeconds(2);

    private final Map<String, IssuerKeys> byIssuer;
    private final InstantSource clock;

    JwkSets(List<TrustedIssuer> issuers, InstantSource clock, Log log) {
        Map<String, IssuerKeys> sets = new LinkedHashMap<>();
        issuers.forEach(issuer -> sets.put(issuer.issuer(), new IssuerKeys(issuer, clock, log)));
        this.byIssuer = Map.copyOf(sets);
        this.clock = clock;
    }

    /**
     * The keys of that id at that issuer; none if it has no such key.
     *
     * @throws TokenException if that cannot be said now
     */
    List<SigningKey> find(TrustedIssuer issuer, String keyId) throws TokenException {
        IssuerKeys keys = byIssuer.get(issuer.issuer());
        return keys == null ? List.of() : keys.find(keyId);
    }

    /**
     * Fetches every set that is not there yet. What fails is logged; that, and what there is no time for, is left to
     * the first token.
     */
    void prime() {
        Instant end = clock.instant().plus(PRIMING);
        for (IssuerKeys keys : byIssuer.values()) {
            if (clock.instant().isBefore(end)) {
                keys.prime();
            }
        }
    }
}
