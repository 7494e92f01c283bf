package dev.footbridge.key;

import dev.footbridge.secret.HmacSha256;
import dev.footbridge.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The secret of the server without which stolen hashes of keys are worth nothing: HMAC-SHA-256 (RFC 2104) under it is
 * what stores keep. A slow hash would bring nothing against 256 random bits. Immutable and thread-safe.
 *
 * <p>New hashes are made with the newest; older ones stay good for as long as theirs is given too.
 */
public final class Pepper {

    public static final int MIN_BYTES = 32;

    private static final String NAMING = "footbridge pepper name";
    private static final int NAME_LENGTH = 8;
    private static final String NEVER = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[MIN_BYTES]);

    private final Map<String, Secret> byName = new LinkedHashMap<>();
    private final String newest;

    /**
     * Ready to hash.
     *
     * @param newestFirst at least one, of at least {@link #MIN_BYTES} bytes each
     * @throws IllegalArgumentException if there is none, or one is shorter
     */
    public Pepper(List<Secret> newestFirst) {
        if (newestFirst.isEmpty() || newestFirst.stream().anyMatch(one -> one.reveal().length < MIN_BYTES)) {
            throw new IllegalArgumentException("a pepper has at least " + MIN_BYTES + " random bytes");
        }
        List<String> names = new ArrayList<>();
        for (Secret one : newestFirst) {
            String name = mac(one, NAMING).substring(0, NAME_LENGTH);
            names.add(name);
            byName.putIfAbsent(name, one);
        }
        this.newest = names.get(0);
    }

    /** Names the pepper that new hashes are made with, by its content: nobody has to count versions. */
    String newest() {
        return newest;
    }

    /** The hash of the whole key, id included, so that a hash is good for its own record only. */
    String hash(ApiKey key) {
        return mac(one(newest), key.text().revealText());
    }

    /**
     * Which of the slots is of this key, or -1. The work and its time are the same for a record with one secret, with
     * two, and for none at all.
     */
    int find(ApiKey key, List<KeySlot> slots) {
        int found = -1;
        for (int i = 0; i < KeyRecord.MAX_SLOTS; i++) {
            boolean there = i < slots.size() && byName.containsKey(slots.get(i).pepper());
            Secret pepper = one(there ? slots.get(i).pepper() : newest);
            boolean same = isSame(
                    mac(pepper, key.text().revealText()), there ? slots.get(i).hash() : NEVER);
            found = same && there && found < 0 ? i : found;
        }
        return found;
    }

    /** False for a key that cannot be recognized, because none of its secrets was hashed with one of these. */
    public boolean recognizes(KeyRecord key, Instant now) {
        return key.slots().stream()
                .filter(slot -> now.isBefore(slot.validUntil()))
                .anyMatch(slot -> byName.containsKey(slot.pepper()));
    }

    @Override
    public String toString() {
        return "Pepper" + byName.keySet();
    }

    private Secret one(String name) {
        Secret pepper = byName.get(name);
        if (pepper == null) {
            throw new IllegalArgumentException("no such pepper");
        }
        return pepper;
    }

    private static boolean isSame(String left, String right) {
        return MessageDigest.isEqual(
                left.getBytes(StandardCharsets.US_ASCII), right.getBytes(StandardCharsets.US_ASCII));
    }

    private static String mac(Secret pepper, String text) {
        byte[] hash = new HmacSha256(pepper.reveal()).of(text.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
