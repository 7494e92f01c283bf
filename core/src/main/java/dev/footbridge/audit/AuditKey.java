package dev.footbridge.audit;

import dev.footbridge.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed digests (HMAC-SHA-256, RFC 2104): a plain digest of a small value, such as a name or an amount, could be
 * guessed. Thread-safe.
 */
public final class AuditKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 32;
    /** So much of a digest names a value among others; a link of the chain is written whole. */
    private static final int NAME_LENGTH = 32;

    private final Mac fresh;

    /** @throws IllegalArgumentException if the key is shorter than 32 bytes */
    public AuditKey(Secret key) {
        byte[] bytes = key.reveal();
        if (bytes.length < LEAST_BYTES) {
            throw new IllegalArgumentException("an audit key has at least 32 bytes");
        }
        try {
            fresh = Mac.getInstance(ALGORITHM);
            fresh.init(new SecretKeySpec(bytes, ALGORITHM));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** A name for a value that does not give the value away: equal for equal values. */
    String nameOf(String value) {
        return seal("value", value).substring(0, NAME_LENGTH);
    }

    /** The code of one record, from the code of the one before it. */
    String link(String previous, String record) {
        return seal("link " + previous, record);
    }

    private String seal(String purpose, String text) {
        Mac mac = copy();
        mac.update(purpose.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Keying costs more than digesting. */
    private Mac copy() {
        try {
            return (Mac) fresh.clone();
        } catch (CloneNotSupportedException ownersOfTheJdkSayItCan) {
            throw new IllegalStateException(ownersOfTheJdkSayItCan);
        }
    }
}
