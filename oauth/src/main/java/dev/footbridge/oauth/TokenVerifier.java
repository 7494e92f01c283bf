package dev.footbridge.oauth;

/** Finds out what a token says, if it can be believed. Thread-safe. */
@FunctionalInterface
interface TokenVerifier {

    /** @throws TokenException if the token is not good, or if that cannot be said now */
    VerifiedToken verify(String token) throws TokenException;
}
