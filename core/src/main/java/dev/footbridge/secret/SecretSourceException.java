package dev.footbridge.secret;

import org.jspecify.annotations.Nullable;

/**
 * A secret that could not be read. The message is for the operator: it names the place, and nothing of what is there.
 */
public final class SecretSourceException extends RuntimeException {

    public SecretSourceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
