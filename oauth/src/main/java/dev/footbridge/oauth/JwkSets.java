package dev.footbridge.oauth;

import dev.footbridge.log.Log;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The key sets of the trusted issuers (RFC 7517), each for its own issuer only. Nothing is fetched before the first
 * token. Thread-safe.
 */
final class JwkSets {

    private final Map<String, IssuerKeys> byIssuer;

    JwkSets(List<TrustedIssuer> issuers, InstantSource clock, Log log) {
        Map<String, IssuerKeys> sets = new LinkedHashMap<>();
        issuers.forEach(issuer -> sets.put(issuer.issuer(), new IssuerKeys(issuer, clock, log)));
        this.byIssuer = Map.copyOf(sets);
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
     * Fetches the set of that issuer if it is not there yet; what fails is logged and tried again by the first token.
     *
     * @return what is there then
     */
    KeyTable prime(TrustedIssuer issuer) {
        IssuerKeys keys = byIssuer.get(issuer.issuer());
        return keys == null ? KeyTable.EMPTY : keys.prime();
    }
}
