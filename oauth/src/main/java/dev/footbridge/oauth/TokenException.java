package dev.footbridge.oauth;

/** A token, or a request with one, that is refused. Its message is written for the client and quotes nothing. */
final class TokenException extends Exception {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    private TokenException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    static TokenException invalid(String message) {
        return new TokenException(Reason.INVALID_TOKEN, message);
    }

    static TokenException malformed(String message) {
        return new TokenException(Reason.INVALID_REQUEST, message);
    }

    static TokenException proof(String message) {
        return new TokenException(Reason.INVALID_PROOF, message);
    }

    static TokenException nonce() {
        return new TokenException(Reason.NEEDS_NONCE, "The DPoP proof needs the nonce that comes with this answer.");
    }

    static TokenException scope(String message) {
        return new TokenException(Reason.INSUFFICIENT_SCOPE, message);
    }

    static TokenException missing() {
        return new TokenException(Reason.MISSING, "An access token is required.");
    }

    static TokenException unavailable() {
        return new TokenException(Reason.UNAVAILABLE, "The token cannot be verified now. Try again in a moment.");
    }

    Reason reason() {
        return reason;
    }

    /** The sentence for the client; always there. */
    String sentence() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** Why, in the words of RFC 6750 §3.1 and RFC 9449 §7.1 and §9, and under which status. */
    enum Reason {
        MISSING(401, ""),
        INVALID_REQUEST(400, "invalid_request"),
        INVALID_TOKEN(401, "invalid_token"),
        INVALID_PROOF(401, "invalid_dpop_proof"),
        NEEDS_NONCE(401, "use_dpop_nonce"),
        INSUFFICIENT_SCOPE(403, "insufficient_scope"),
        UNAVAILABLE(503, "");

        private final int status;
        private final String error;

        Reason(int status, String error) {
            this.status = status;
            this.error = error;
        }

        int status() {
            return status;
        }

        /** The error code of the challenge; empty for none. */
        String error() {
            return error;
        }
    }
}
