package dev.footbridge.protocol;

import dev.footbridge.json.Json;

/** A refusal on its way to the client, thrown where returning it would have to pass through a tool's own code. */
public final class RpcException extends RuntimeException {

    private final transient RpcError error;

    public RpcException(RpcError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    public RpcException(ErrorCode code, String message) {
        this(RpcError.of(code, message));
    }

    public RpcException(ErrorCode code, String message, Json data) {
        this(new RpcError(code, message, data));
    }

    public RpcError error() {
        return error;
    }
}
