package dev.footbridge.key;

import dev.footbridge.key.KeyStore.StoredKey;
import dev.footbridge.state.StateVersion;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes keys, gives them new secrets, and revokes them. Thread-safe. Servers that check keys notice within
 * {@link ApiKeyAuthenticator#POSITIVE_LIFETIME}.
 */
public final class KeyIssuer {

    private static final int MAX_ATTEMPTS = 16;

    private final KeyStore store;
    private final Pepper pepper;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public KeyIssuer(KeyStore store, Pepper pepper, InstantSource clock) {
        this.store = store;
        this.pepper = pepper;
        this.clock = clock;
    }

    /** A key, which nobody can show again, and what is kept of it. */
    public record Issued(ApiKey key, KeyRecord record) {}

    /** A new key on these terms. */
    public Issued create(KeyTerms terms) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            ApiKey key = ApiKey.generate(random);
            KeyRecord fresh = new KeyRecord(key.id(), terms, List.of(slot(key, terms)), KeyRecord.State.ACTIVE, now());
            if (store.put(fresh, StateVersion.ABSENT).isPresent()) {
                return new Issued(key, fresh);
            }
        }
        throw new KeyStoreException("no free id was found for the key", null);
    }

    /**
     * A new secret for a key. The newest old one stays good for the overlap; any older one is gone. When the key
     * expires does not change.
     *
     * @return empty if there is no such key, or it is not live
     */
    public Optional<Issued> rotate(String id, Duration overlap) {
        if (!ApiKey.isId(id)) {
            return Optional.empty();
        }
        ApiKey key = ApiKey.generate(id, random);
        return change(
                        store,
                        id,
                        old -> old.isLive(now()) ? old.rotated(slot(key, old.terms()), now().plus(overlap)) : old)
                .filter(changed -> changed.slots().get(0).hash().equals(pepper.hash(key)))
                .map(changed -> new Issued(key, changed));
    }

    /** Whether a secret of the key was hashed with the pepper that new ones are hashed with, and is still good. */
    public boolean recognizes(KeyRecord key) {
        return pepper.recognizes(key, now());
    }

    /** Ends a key for good. Empty if there is no such key. */
    public Optional<KeyRecord> revoke(String id) {
        return revoke(store, id);
    }

    /** As {@link #revoke(String)}, where there is no pepper. */
    public static Optional<KeyRecord> revoke(KeyStore store, String id) {
        return change(store, id, KeyRecord::revoked);
    }

    private static Optional<KeyRecord> change(KeyStore store, String id, UnaryOperator<KeyRecord> change) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<StoredKey> stored = store.find(id);
            if (stored.isEmpty()) {
                return Optional.empty();
            }
            KeyRecord changed = change.apply(stored.get().key());
            if (changed.equals(stored.get().key())
                    || store.put(changed, stored.get().version()).isPresent()) {
                return Optional.of(changed);
            }
        }
        throw new KeyStoreException("others change this key all the time", null);
    }

    private KeySlot slot(ApiKey key, KeyTerms terms) {
        return new KeySlot(pepper.hash(key), pepper.newest(), terms.expiresAt());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
