package dev.footbridge.oauth;

import dev.footbridge.state.Digest;
import dev.footbridge.state.LruMap;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens that were taken back, in a store that all instances share. What the store said of a token is believed for half
 * a minute, which is how long a revocation may take; after that no token is good without an answer. Thread-safe.
 */
public final class StateRevocations implements Revocations {

    static final Duration BELIEVED = Duration.ofSeconds(30);

    private static final int MAX_ENTRIES = 10_000;
    private static final int ATTEMPTS = 5;

    private final StateStore store;
    private final InstantSource clock;
    private final Map<StateKey, Known> known = new LruMap<>(MAX_ENTRIES);

    public StateRevocations(StateStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Known(boolean revoked, Instant until) {}

    /**
     * Takes a token back, for every instance.
     *
     * @param until when the token ends anyway
     * @throws StateStoreException if that could not be kept
     */
    public void revoke(String issuer, String tokenId, Instant until) {
        StateKey key = key(issuer, tokenId);
        for (int i = 0; i < ATTEMPTS; i++) {
            StateVersion seen = store.get(key).map(StateEntry::version).orElse(StateVersion.ABSENT);
            if (store.put(key, "", seen, until).isPresent()) {
                remember(key, true);
                return;
            }
        }
        throw new IllegalStateException("others change the same revocation all the time");
    }

    /** @throws StateStoreException if the store does not answer */
    @Override
    public boolean isRevoked(String issuer, String tokenId) {
        StateKey key = key(issuer, tokenId);
        Optional<Known> before = remembered(key);
        if (before.isPresent()) {
            return before.get().revoked();
        }
        boolean revoked = store.get(key).isPresent();
        remember(key, revoked);
        return revoked;
    }

    private synchronized Optional<Known> remembered(StateKey key) {
        return Optional.ofNullable(known.get(key))
                .filter(found -> clock.instant().isBefore(found.until()));
    }

    private synchronized void remember(StateKey key, boolean revoked) {
        known.put(key, new Known(revoked, clock.instant().plus(BELIEVED)));
    }

    /** An issuer is a URL and has no blank, so no other pair makes the same text. */
    private static StateKey key(String issuer, String tokenId) {
        return new StateKey("", "revoked/" + Digest.of(issuer + " " + tokenId));
    }
}
