package dev.footbridge.key;

import org.jspecify.annotations.Nullable;

/**
 * The store could not answer, or must not be used. The message is for the operator. Whether a write happened is
 * unknown.
 */
public final class KeyStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KeyStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
