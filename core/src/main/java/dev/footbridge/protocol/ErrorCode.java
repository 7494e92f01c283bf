package dev.footbridge.protocol;

/**
 * Every error code this server sends, with its HTTP status. Where a legacy client's method was reached it gets 200 with
 * the error in the body, because its session reads 404 as "session gone"; see {@link #keepsStatus}.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic">MCP 2026-07-28, base protocol,
 *     errors</a>
 */
public enum ErrorCode {
    PARSE_ERROR(-32700, 400),
    INVALID_REQUEST(-32600, 400),
    METHOD_NOT_FOUND(-32601, 404),
    /**
     * Bad parameters of a method that was reached. In-band: a 400 would make some clients fall back to a legacy era.
     */
    INVALID_PARAMS(-32602, 200),
    /** Required {@code _meta} missing or of the wrong type: the same code, but the status is fixed at 400. */
    INVALID_META(-32602, 400),
    /** A resource that is not there: legacy clients get {@link #LEGACY_RESOURCE_NOT_FOUND} in its place. */
    RESOURCE_NOT_FOUND(-32602, 200),
    INTERNAL_ERROR(-32603, 200),
    /** More is running than the server takes on: the client should come back later. */
    BUSY(-32603, 503),
    /** The policy does not let this caller do this. Codes of our own are positive: the protocol keeps the others. */
    ACCESS_DENIED(40300, 403),
    /** It would with more scopes. */
    INSUFFICIENT_SCOPE(40301, 403),
    RATE_LIMITED(42900, 429),
    /** What has to be asked or kept before a call, a limit or a record, could not be. */
    GUARD_UNAVAILABLE(50300, 503),
    HEADER_MISMATCH(-32020, 400),
    MISSING_CLIENT_CAPABILITY(-32021, 400),
    UNSUPPORTED_PROTOCOL_VERSION(-32022, 400),
    /** Resource not found, toward clients up to 2025-11-25 only. */
    LEGACY_RESOURCE_NOT_FOUND(-32002, 200),
    /** A URL must be visited first, toward 2025-11-25 only. */
    LEGACY_URL_ELICITATION_REQUIRED(-32042, 200);

    private final int number;
    private final int status;

    ErrorCode(int number, int status) {
        this.number = number;
        this.status = status;
    }

    public int number() {
        return number;
    }

    public int httpStatus() {
        return status;
    }

    /** True for refusals that every client must see as HTTP's, because it has to do something about them there. */
    public boolean keepsStatus() {
        return number > 0 || this == BUSY;
    }
}
