package dev.footbridge.security;

import dev.footbridge.call.Caller;
import dev.footbridge.http.HttpRequest;

/**
 * Finds out who sends a request. Thread-safe; asked once for every request, before its body is parsed. Raw credentials
 * never leave it.
 */
@FunctionalInterface
public interface Authenticator {

    Outcome authenticate(HttpRequest request);

    /** What an authenticator found. */
    sealed interface Outcome permits Identified, Refused {}

    /** The caller is known. */
    record Identified(Caller caller) implements Outcome {}

    /**
     * The caller is not known, or may not call.
     *
     * @param status 401 without a valid credential, 403 where it is not enough, 400 where it is malformed
     * @param challenge the value of {@code WWW-Authenticate}
     * @param message one sentence for the client
     */
    record Refused(int status, String challenge, String message) implements Outcome {}

    /** Lets everybody in as {@link Caller#ANONYMOUS}: for stdio and for servers that only loopback can reach. */
    static Authenticator anonymous() {
        return request -> new Identified(Caller.ANONYMOUS);
    }
}
