package dev.footbridge.secret;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The computation of one SHA-256, with the names that FIPS 180-4 gives its parts (section 6.2). Nothing in it branches
 * on what is digested. Used by one thread, once. It is so little used that a JVM interprets it all the while, unless it
 * is told otherwise by the class's name, as {@code dist/lambda-forms} does: so it calls as little as it can, and spells
 * rotations out.
 */
final class Sha256Blocks {

    private static final int BLOCK = 64;

    /** Where the last block has the length of what was digested, in bits. */
    private static final int LENGTH = BLOCK - Long.BYTES;

    /** Section 4.2.2. */
    private static final int[] K = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
    };

    private final int[] hash = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };
    private final int[] w = new int[BLOCK];
    private final byte[] block = new byte[BLOCK];
    private int filled;
    private long bytes;

    void add(byte[] part) {
        bytes += part.length;
        for (int at = 0; at < part.length; ) {
            int taken = Math.min(BLOCK - filled, part.length - at);
            System.arraycopy(part, at, block, filled, taken);
            at += taken;
            filled += taken;
            if (filled == BLOCK) {
                compress();
            }
        }
    }

    /** Pads (section 5.1.1). */
    byte[] digest() {
        block[filled++] = (byte) 0x80;
        Arrays.fill(block, filled, BLOCK, (byte) 0);
        if (filled > LENGTH) {
            compress();
            Arrays.fill(block, (byte) 0);
        }
        ByteBuffer.wrap(block).putLong(LENGTH, bytes * Byte.SIZE);
        compress();
        ByteBuffer digest = ByteBuffer.allocate(hash.length * Integer.BYTES);
        digest.asIntBuffer().put(hash);
        return digest.array();
    }

    private void compress() {
        schedule();
        int a = hash[0];
        int b = hash[1];
        int c = hash[2];
        int d = hash[3];
        int e = hash[4];
        int f = hash[5];
        int g = hash[6];
        int h = hash[7];
        for (int t = 0; t < BLOCK; t++) {
            int sum1 = (e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7);
            int t1 = h + sum1 + ((e & f) ^ (~e & g)) + K[t] + w[t];
            int sum0 = (a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10);
            int t2 = sum0 + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + t1;
            d = c;
            c = b;
            b = a;
            a = t1 + t2;
        }
        int[] last = {a, b, c, d, e, f, g, h};
        for (int i = 0; i < last.length; i++) {
            hash[i] += last[i];
        }
        filled = 0;
    }

    private void schedule() {
        for (int t = 0, at = 0; t < 16; t++, at += Integer.BYTES) {
            w[t] = block[at] << 24
                    | (block[at + 1] & 0xff) << 16
                    | (block[at + 2] & 0xff) << 8
                    | (block[at + 3] & 0xff);
        }
        for (int t = 16; t < BLOCK; t++) {
            int x = w[t - 15];
            int y = w[t - 2];
            int sigma0 = (x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ (x >>> 3);
            int sigma1 = (y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ (y >>> 10);
            w[t] = sigma1 + w[t - 7] + sigma0 + w[t - 16];
        }
    }
}
