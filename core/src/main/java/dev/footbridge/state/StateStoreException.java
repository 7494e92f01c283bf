package dev.footbridge.state;

/** The store could not answer. Whether a write happened is unknown. */
public final class StateStoreException extends RuntimeException {

    public StateStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
