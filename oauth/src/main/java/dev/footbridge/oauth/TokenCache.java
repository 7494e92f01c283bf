package dev.footbridge.oauth;

import dev.footbridge.state.LruMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What was found out about the tokens that were seen last. Holds so many and no more. Thread-safe. */
final class TokenCache {

    private static final int MAX_ENTRIES = 1000;
    private static final Duration GOOD_FOR = Duration.ofSeconds(60);

    private final Map<String, Known> entries = new LruMap<>(MAX_ENTRIES);

    /** How long a good token is kept: never beyond its own end. */
    static Instant until(Claims claims, Instant now) throws TokenException {
        Instant latest = now.plus(GOOD_FOR);
        Optional<Instant> own = claims.time("exp");
        return own.isPresent() && own.get().isBefore(latest) ? own.get() : latest;
    }

    synchronized Optional<Known> find(String key, Instant now) {
        return Optional.ofNullable(entries.get(key)).filter(known -> now.isBefore(known.until));
    }

    /** True also for a token that was found out about too long ago. */
    synchronized boolean hasSeen(String key) {
        return entries.containsKey(key);
    }

    synchronized void forget(String key) {
        entries.remove(key);
    }

    synchronized void keep(String key, Known known) {
        entries.put(key, known);
    }

    /** A good token, or why it is not good; never the token's text. */
    record Known(Optional<VerifiedToken> good, Optional<TokenException> bad, Instant until) {

        static Known good(VerifiedToken token, Instant until) {
            return new Known(Optional.of(token), Optional.empty(), until);
        }

        static Known bad(TokenException why, Instant until) {
            return new Known(Optional.empty(), Optional.of(why), until);
        }

        VerifiedToken token() throws TokenException {
            if (bad.isPresent()) {
                throw bad.get();
            }
            return good.orElseThrow();
        }
    }
}
