package dev.footbridge.azure.storage;

import org.jspecify.annotations.Nullable;

/**
 * Storage gave no answer, or the settings name no storage. Whether it did what was asked is unknown. The message is for
 * the operator and holds no key.
 */
public final class StorageException extends RuntimeException {

    public StorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
