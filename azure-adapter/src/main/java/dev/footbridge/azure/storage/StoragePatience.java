package dev.footbridge.azure.storage;

import java.time.Duration;

/**
 * How long storage is waited for.
 *
 * @param step for connecting, and for each wait for bytes
 * @param whole for everything that one call does, its second try included
 */
public record StoragePatience(Duration step, Duration whole) {

    /** A cold start pays its TLS handshake within the first step. */
    public static final StoragePatience USUAL = new StoragePatience(Duration.ofSeconds(1), Duration.ofMillis(2500));
}
