package dev.footbridge.azure.table;

import dev.footbridge.state.Digest;
import dev.footbridge.state.StateKey;
import java.time.Instant;

/**
 * The keys of entities: each value has a partition of its own, {@code s-} and what it is called; the index of deadlines
 * has one for each hour, {@code x-} and the hours since 1970. Of characters that neither a key nor an address forbids.
 * Stateless.
 */
final class EntityKey {

    /** Of the one entity in a partition. */
    static final String ROW = "s";

    static final String VALUES = "s-";
    static final String HOURS = "x-";

    /** A key may have 512 characters, of 16 bits. */
    private static final int MAX_CHARS = 400;

    private static final int HOUR_SECONDS = 3600;
    private static final long DIGITS = 100_000_000;

    private EntityKey() {}

    /**
     * Such as {@code s-4.acme_002flimit_002fcaller}: no tenant can write another's. What is long is told by its digest.
     */
    static String of(StateKey key) {
        String text = key.tenant().length() + "." + safe(key.tenant() + "/" + key.name());
        return VALUES + (text.length() <= MAX_CHARS ? text : "sha256." + Digest.of(text));
    }

    /** The hours of one deadline, such as {@code x-00490896}, in the order of time. */
    static String hour(Instant instant) {
        long hours = Math.floorDiv(instant.getEpochSecond(), HOUR_SECONDS);
        long kept = Math.max(0, Math.min(DIGITS - 1, hours));
        return HOURS + Long.toString(DIGITS + kept).substring(1);
    }

    private static String safe(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 32);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-') {
                safe.append(c);
            } else {
                safe.append('_');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    safe.append(Character.forDigit(c >> shift & 15, 16));
                }
            }
        }
        return safe.toString();
    }
}
