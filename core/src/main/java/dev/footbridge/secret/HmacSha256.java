package dev.footbridge.secret;

import java.util.Arrays;

/**
 * HMAC with SHA-256 (RFC 2104). {@code javax.crypto.Mac} gives the same, but its first use in a process reads the rules
 * of the whole of the JDK's cryptography, which is a third of the CPU of a start that needs nothing else of it.
 * Immutable and thread-safe.
 */
public final class HmacSha256 {

    private static final int BLOCK = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private final byte[] inner;
    private final byte[] outer;

    /** @param key of any length */
    public HmacSha256(byte[] key) {
        byte[] block = Arrays.copyOf(key.length > BLOCK ? Sha256.of(key) : key, BLOCK);
        inner = padded(block, INNER);
        outer = padded(block, OUTER);
    }

    /** The code of the parts, one after the other. */
    public byte[] of(byte[]... parts) {
        byte[][] within = new byte[parts.length + 1][];
        within[0] = inner;
        System.arraycopy(parts, 0, within, 1, parts.length);
        return Sha256.nested(outer, within);
    }

    private static byte[] padded(byte[] block, byte pad) {
        byte[] padded = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            padded[i] = (byte) (block[i] ^ pad);
        }
        return padded;
    }
}
