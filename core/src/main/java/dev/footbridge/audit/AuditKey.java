package dev.footbridge.audit;

import dev.footbridge.secret.HmacSha256;
import dev.footbridge.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Keyed digests (HMAC-SHA-256, RFC 2104): a plain digest of a small value, such as a name or an amount, could be
 * guessed. Thread-safe.
 */
public final class AuditKey {

    private static final int LEAST_BYTES = 32;
    /** So much of a digest names a value among others; a link of the chain is written whole. */
    private static final int NAME_LENGTH = 32;

    private final HmacSha256 hmac;

    /** @throws IllegalArgumentException if the key is shorter than 32 bytes */
    public AuditKey(Secret key) {
        byte[] bytes = key.reveal();
        if (bytes.length < LEAST_BYTES) {
            throw new IllegalArgumentException("an audit key has at least 32 bytes");
        }
        hmac = new HmacSha256(bytes);
    }

    /** A name for a value that does not give the value away: equal for equal values. */
    String nameOf(String value) {
        return hex(hmac.of(bytes("value\0"), bytes(value))).substring(0, NAME_LENGTH);
    }

    /**
     * The code of one record, from the code of the one before it.
     *
     * @param place how the record begins, in UTF-8
     * @param rest of it
     */
    String link(String previous, byte[] place, byte[] rest) {
        return hex(hmac.of(bytes("link " + previous + '\0'), place, rest));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] code) {
        return HexFormat.of().formatHex(code);
    }
}
