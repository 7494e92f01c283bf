package dev.footbridge.oauth;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * One verification for all calls that bring the same token at once, as they do when the token was believed for long
 * enough: a signature, or a question to an issuer, of each would take their time from everybody. Nobody waits longer
 * than a verification of one's own may take. Thread-safe.
 */
final class SharedVerification {

    private final ConcurrentMap<String, FutureTask<VerifiedToken>> underWay = new ConcurrentHashMap<>();

    /** A verification that can fail as {@link TokenVerifier} does. */
    @FunctionalInterface
    interface Verification {

        VerifiedToken verify() throws TokenException;
    }

    /**
     * What came of that verification, or of the one that is under way for this token.
     *
     * @param key names the token, and no other
     */
    VerifiedToken verify(String key, Verification verification) throws TokenException {
        FutureTask<VerifiedToken> own = new FutureTask<>(verification::verify);
        FutureTask<VerifiedToken> before = underWay.putIfAbsent(key, own);
        if (before != null) {
            return outcome(before);
        }
        try {
            own.run();
        } finally {
            underWay.remove(key);
        }
        return outcome(own);
    }

    private static VerifiedToken outcome(FutureTask<VerifiedToken> verification) throws TokenException {
        try {
            return verification.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw TokenException.unavailable();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TokenException refused) {
                throw refused;
            }
            throw new IllegalStateException("a token could not be verified", failed.getCause());
        }
    }
}
