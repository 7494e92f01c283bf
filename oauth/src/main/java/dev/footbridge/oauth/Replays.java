package dev.footbridge.oauth;

import java.time.Instant;

/**
 * Remembers the proofs that were used (RFC 9449 §11.1). Without it a proof that was overheard is good again until it is
 * too old. Thread-safe. What it throws refuses the request.
 */
@FunctionalInterface
public interface Replays {

    /** Nothing is remembered. */
    Replays NONE = (proofKey, proofId, until) -> true;

    /**
     * True for the first who brings this proof; with a store it is one conditional write.
     *
     * @param proofKey the thumbprint of the key that signed it
     * @param proofId its {@code jti}
     * @param until when it is too old anyway
     */
    boolean isFirst(String proofKey, String proofId, Instant until);
}
