package dev.footbridge.oauth;

import dev.footbridge.secret.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** Base64url without padding (RFC 7515 §2), in its one canonical form. */
final class Base64Url {

    private Base64Url() {}

    /** The bytes; none for a text that another text would be read as too, or that is no base64url. */
    static byte[] decode(String text) {
        byte[] decoded;
        try {
            decoded = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException otherCharacters) {
            return new byte[0];
        }
        return encode(decoded).equals(text) ? decoded : new byte[0];
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The SHA-256 of a text of ASCII characters, encoded. */
    static String sha256(String text) {
        return encode(Sha256.of(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** True if both are the same; how long it takes says nothing of where they differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
