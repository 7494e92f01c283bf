package dev.footbridge.security;

import dev.footbridge.call.Caller;
import dev.footbridge.http.HttpRequest;
import java.util.Set;

/**
 * Finds out who sends a request. Thread-safe; asked once for every request, before its body is parsed. Raw credentials
 * never leave it.
 */
@FunctionalInterface
public interface Authenticator {

    Outcome authenticate(HttpRequest request);

    /**
     * True if the request carries a credential of this kind, good or bad. Cheap: nothing is verified. Of several
     * authenticators in an {@link AuthenticatorChain} exactly one may claim a request.
     */
    default boolean claims(HttpRequest request) {
        return true;
    }

    /** What {@code WWW-Authenticate} says of this kind to a request without a credential; empty for nothing. */
    default String challenge() {
        return "";
    }

    /**
     * What {@code WWW-Authenticate} says to a caller whose credential lacks scopes (RFC 6750 §3.1); empty for nothing.
     */
    default String stepUp(Set<String> scopes) {
        return "";
    }

    /** Loads and fetches what judging needs, so that no caller has to wait for it. Never fails. */
    default void prime() {}

    /** What an authenticator found. */
    sealed interface Outcome permits Identified, Refused {}

    /** The caller is known. */
    record Identified(Caller caller) implements Outcome {}

    /**
     * The caller is not known, or may not call.
     *
     * @param status 401 without a valid credential, 403 where it is not enough, 400 where it is malformed, 503 where it
     *     cannot be verified now
     * @param challenge the value of {@code WWW-Authenticate}; empty for none
     * @param message one sentence for the client
     */
    record Refused(int status, String challenge, String message) implements Outcome {}

    /** Lets everybody in as {@link Caller#ANONYMOUS}: for stdio and for servers that only loopback can reach. */
    static Authenticator anonymous() {
        return request -> new Identified(Caller.ANONYMOUS);
    }
}
