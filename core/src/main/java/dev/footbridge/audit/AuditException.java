package dev.footbridge.audit;

import org.jspecify.annotations.Nullable;

/** A record could not be kept. */
public final class AuditException extends RuntimeException {

    public AuditException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
