package dev.footbridge.oauth;

import dev.footbridge.log.Log;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The keys of one issuer: fetched when they are asked for, kept, and fetched again when they are old or when a key is
 * unknown. One thread fetches at a time, and not often, whatever tokens are sent. Thread-safe.
 */
final class IssuerKeys {

    private static final Duration FRESH = Duration.ofMinutes(15);
    /** How long after that keys are still good while the issuer cannot be reached. */
    private static final Duration OUTAGE = Duration.ofHours(4);
    /** Between two fetches while there are keys: what random key ids can cost an issuer. */
    private static final Duration BETWEEN = Duration.ofSeconds(30);
    /** Between two fetches while there are none: what an issuer's short absence costs everybody. */
    private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(5);

    private static final Fetch FETCH = new Fetch(Duration.ofMillis(500), Duration.ofSeconds(2), 50 * 1024);

    private final TrustedIssuer issuer;
    private final InstantSource clock;
    private final Log log;
    private final ReentrantLock fetching = new ReentrantLock();

    private volatile Held held = Held.NOTHING;

    IssuerKeys(TrustedIssuer issuer, InstantSource clock, Log log) {
        this.issuer = issuer;
        this.clock = clock;
        this.log = log;
    }

    /** @throws TokenException if there are no keys to look into, or a fetch failed that might have brought this one */
    List<SigningKey> find(String keyId) throws TokenException {
        Held now = held;
        if (!now.isFresh(clock.instant()) || !now.keys.has(keyId)) {
            now = refreshed(keyId);
        }
        if (!now.isUsable(clock.instant()) || (now.failed && !now.keys.has(keyId))) {
            throw TokenException.unavailable();
        }
        return now.keys.of(keyId);
    }

    /** Fetches the keys if they are not there; what is there then. */
    KeyTable prime() {
        return (held.isFresh(clock.instant()) ? held : refreshed("")).keys;
    }

    /** What is held after a fetch, or after finding out that none is due. */
    private Held refreshed(String keyId) {
        if (!held.isDue(clock.instant())) {
            return held;
        }
        boolean canGoOn = held.isUsable(clock.instant()) && held.keys.has(keyId);
        if (canGoOn && fetching.isLocked()) {
            return held;
        }
        fetching.lock();
        try {
            if (held.isDue(clock.instant())) {
                held = fetched(held);
            }
            return held;
        } finally {
            fetching.unlock();
        }
    }

    private Held fetched(Held before) {
        Instant now = clock.instant();
        try {
            KeyTable keys = KeyTable.read(FETCH.get(URI.create(issuer.jwks())));
            if (keys.left() > 0) {
                log.warn("-", keys.left() + " keys of " + issuer.issuer() + " cannot be used for tokens");
            }
            return new Held(keys, now, now, false);
        } catch (IOException unreachable) {
            log.error("-", "the keys of " + issuer.issuer() + " could not be fetched", unreachable);
            return new Held(before.keys, before.fetched, now, true);
        }
    }

    /**
     * @param fetched when the keys came
     * @param tried when they were last asked for
     * @param failed whether that brought none
     */
    private record Held(KeyTable keys, Instant fetched, Instant tried, boolean failed) {

        static final Held NOTHING = new Held(KeyTable.EMPTY, Instant.EPOCH, Instant.EPOCH, true);

        boolean isFresh(Instant now) {
            return now.isBefore(fetched.plus(FRESH));
        }

        boolean isUsable(Instant now) {
            return now.isBefore(fetched.plus(FRESH).plus(OUTAGE));
        }

        boolean isDue(Instant now) {
            return !now.isBefore(tried.plus(isUsable(now) ? BETWEEN : BETWEEN_FAILURES));
        }
    }
}
