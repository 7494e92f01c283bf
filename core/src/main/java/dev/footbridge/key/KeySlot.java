package dev.footbridge.key;

import java.time.Instant;

/**
 * One secret of a key, as it is kept: a keyed hash that is worth nothing without the pepper. Immutable.
 *
 * @param hash {@link Pepper#hash} of the whole key
 * @param pepper names the pepper it was made with
 * @param validUntil from when this secret is refused
 */
public record KeySlot(String hash, String pepper, Instant validUntil) {

    KeySlot until(Instant end) {
        return new KeySlot(hash, pepper, end.isBefore(validUntil) ? end : validUntil);
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "KeySlot[pepper=" + pepper + ", validUntil=" + validUntil + "]";
    }
}
