package dev.footbridge.oauth;

import dev.footbridge.http.HttpRequest;
import dev.footbridge.log.Log;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the authenticators work with besides their settings. Immutable.
 *
 * @param nonces what proofs must have in them; empty where the time of a proof is enough
 * @param certificates the SHA-256 of the certificate that the client of a request proved to have, as the platform
 *     vouches for it; empty where there was none
 */
public record OAuthParts(
        InstantSource clock,
        Log log,
        Revocations revocations,
        Replays replays,
        Optional<ProofNonces> nonces,
        Function<HttpRequest, Optional<byte[]>> certificates) {

    /** Nothing revoked, nothing remembered, no certificates. */
    public static OAuthParts of(InstantSource clock, Log log) {
        return new OAuthParts(
                clock, log, Revocations.NONE, Replays.NONE, Optional.empty(), request -> Optional.empty());
    }

    public OAuthParts withRevocations(Revocations value) {
        return new OAuthParts(clock, log, value, replays, nonces, certificates);
    }

    public OAuthParts withReplays(Replays value) {
        return new OAuthParts(clock, log, revocations, value, nonces, certificates);
    }

    public OAuthParts withNonces(ProofNonces value) {
        return new OAuthParts(clock, log, revocations, replays, Optional.of(value), certificates);
    }

    public OAuthParts withCertificates(Function<HttpRequest, Optional<byte[]>> value) {
        return new OAuthParts(clock, log, revocations, replays, nonces, value);
    }
}
