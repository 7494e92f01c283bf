package dev.footbridge.dispatch;

import dev.footbridge.audit.AuditStatus;
import dev.footbridge.http.Headers;
import dev.footbridge.protocol.RpcError;

/** A call that is not let through, with what HTTP says of it. */
final class Denied extends RuntimeException {

    private final transient RpcError error;
    private final transient Headers headers;
    private final AuditStatus status;

    Denied(RpcError error, Headers headers, AuditStatus status) {
        super(error.message(), null, false, false);
        this.error = error;
        this.headers = headers;
        this.status = status;
    }

    RpcError error() {
        return error;
    }

    Headers headers() {
        return headers;
    }

    AuditStatus status() {
        return status;
    }
}
