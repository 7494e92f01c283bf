package dev.footbridge.oauth;

import dev.footbridge.http.HttpRequest;
import dev.footbridge.log.Log;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the authenticators work with besides their settings. Immutable.
 *
 * @param certificates the SHA-256 of the certificate that the client of a request proved to have, as the platform
 *     vouches for it; empty where there was none
 */
public record OAuthParts(
        InstantSource clock,
        Log log,
        Revocations revocations,
        Replays replays,
        Function<HttpRequest, Optional<byte[]>> certificates) {

    /** Nothing revoked, nothing remembered, no certificates. */
    public static OAuthParts of(InstantSource clock, Log log) {
        return new OAuthParts(clock, log, Revocations.NONE, Replays.NONE, request -> Optional.empty());
    }

    public OAuthParts withRevocations(Revocations value) {
        return new OAuthParts(clock, log, value, replays, certificates);
    }

    public OAuthParts withReplays(Replays value) {
        return new OAuthParts(clock, log, revocations, value, certificates);
    }

    public OAuthParts withCertificates(Function<HttpRequest, Optional<byte[]>> value) {
        return new OAuthParts(clock, log, revocations, replays, value);
    }
}
