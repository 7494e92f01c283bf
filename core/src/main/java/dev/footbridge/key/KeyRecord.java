package dev.footbridge.key;

import java.time.Instant;
import java.util.List;

/**
 * What a store keeps of a key: never the key itself. Immutable.
 *
 * @param id the public name of the key
 * @param slots one secret, or two while it is being replaced: the newer first
 */
public record KeyRecord(String id, KeyTerms terms, List<KeySlot> slots, State state, Instant createdAt) {

    static final int MAX_SLOTS = 2;

    /** What an operator decided of a key. */
    public enum State {
        ACTIVE,
        /** For good: nothing makes it active again. */
        REVOKED
    }

    /** @throws IllegalArgumentException if it has no id or not one or two secrets */
    public KeyRecord {
        slots = List.copyOf(slots);
        if (!ApiKey.isId(id) || slots.isEmpty() || slots.size() > MAX_SLOTS) {
            throw new IllegalArgumentException("a key has an id, and one or two secrets");
        }
    }

    /** True from {@code notBefore} until {@code expiresAt}, unless it was revoked. */
    public boolean isLive(Instant now) {
        return !isOver(now) && !now.isBefore(terms.notBefore());
    }

    /** True once it was revoked or has expired: then it will not be good again. */
    public boolean isOver(Instant now) {
        return state != State.ACTIVE || !now.isBefore(terms.expiresAt());
    }

    KeyRecord revoked() {
        return new KeyRecord(id, terms, slots, State.REVOKED, createdAt);
    }

    /** With a new secret, and the newest of the old ones until {@code end}. */
    KeyRecord rotated(KeySlot fresh, Instant end) {
        return new KeyRecord(id, terms, List.of(fresh, slots.get(0).until(end)), state, createdAt);
    }
}
