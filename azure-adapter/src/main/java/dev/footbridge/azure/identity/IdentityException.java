package dev.footbridge.azure.identity;

import org.jspecify.annotations.Nullable;

/** There is no token. The message is for the operator and holds no secret. */
public final class IdentityException extends RuntimeException {

    public IdentityException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
