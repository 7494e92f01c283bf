package dev.footbridge.oauth;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One verification for all calls that bring the same token at once, as they do when the token was believed for long
 * enough: a signature, or a question to an issuer, of each would take their time from everybody. Thread-safe.
 */
final class SharedVerification {

    /** For what comes to no end, as where memory ran out: longer than a verification of one's own may take. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Duration longest;
    private final ConcurrentMap<String, FutureTask<VerifiedToken>> underWay = new ConcurrentHashMap<>();

    SharedVerification() {
        this(LONGEST);
    }

    /** @param longest that anybody waits for the verification of another call; from then on it is forgotten */
    SharedVerification(Duration longest) {
        this.longest = longest;
    }

    /**
     * What came of that verification, or of the one that is under way for this token.
     *
     * @param key names the token, and no other
     * @param verification fails as that of a {@link TokenVerifier}
     */
    VerifiedToken verify(String key, Callable<VerifiedToken> verification) throws TokenException {
        FutureTask<VerifiedToken> own = new FutureTask<>(verification);
        FutureTask<VerifiedToken> before = underWay.putIfAbsent(key, own);
        if (before != null) {
            return outcome(key, before);
        }
        try {
            own.run();
        } finally {
            underWay.remove(key, own);
        }
        return outcome(key, own);
    }

    private VerifiedToken outcome(String key, FutureTask<VerifiedToken> verification) throws TokenException {
        try {
            return verification.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw TokenException.unavailable();
        } catch (TimeoutException endless) {
            underWay.remove(key, verification);
            throw TokenException.unavailable();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TokenException refused) {
                throw refused;
            }
            throw new IllegalStateException("a token could not be verified", failed.getCause());
        }
    }
}
