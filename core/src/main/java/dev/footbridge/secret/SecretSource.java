package dev.footbridge.secret;

import java.time.Duration;

/**
 * One kind of place where secrets are kept, such as a vault of a cloud: what an adapter adds so that settings can refer
 * to it. Thread-safe.
 */
public interface SecretSource {

    /** What references to it begin with, before the first colon, such as {@code aws-sm}. */
    String scheme();

    /**
     * Reads the secret now; keeping it is not its business.
     *
     * @param place what follows the colon in a reference
     * @throws SecretSourceException if there is none, or the place does not answer
     */
    Secret read(String place);

    /** How long what was read is used before it is read again. */
    default Duration freshFor() {
        return Duration.ofMinutes(10);
    }
}
