package dev.footbridge.verification.mutation;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The check of an API key, worked out as anybody could. */
final class KeyCheck {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 6;

    private KeyCheck() {}

    /** The key without its check. */
    static String body(String key) {
        return key.substring(0, key.length() - LENGTH - 1);
    }

    /** A key whose check is right, whatever else is wrong with it. */
    static String key(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            digits.append(DIGITS.charAt((int) (rest % DIGITS.length())));
            rest /= DIGITS.length();
        }
        return body + "_" + digits.reverse();
    }
}
