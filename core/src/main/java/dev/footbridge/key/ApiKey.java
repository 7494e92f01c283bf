package dev.footbridge.key;

import dev.footbridge.secret.Secret;
import dev.footbridge.security.ApiKeyPrefix;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One API key, {@code mcpk_live_ID_SECRET_CHECK}: its id is public and names it in logs and lists, its secret is 43
 * random base62 digits (256 bits), its check a CRC-32 over all before it. Secret scanners find it with
 * {@code mcpk_live_[0-9A-HJKMNP-TV-Z]{10}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}}. Immutable.
 *
 * <p>The check finds typing errors and wild guesses before any store is asked; it protects nothing else.
 */
public final class ApiKey {

    /** Crockford's base32: no I, L, O, U. */
    private static final String ID_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final String PREFIX = ApiKeyPrefix.TEXT + "live_";
    private static final int ID_LENGTH = 10;
    private static final int SECRET_LENGTH = 43;
    private static final int CHECK_LENGTH = 6;
    private static final int ID_END = PREFIX.length() + ID_LENGTH;
    private static final int SECRET_END = ID_END + 1 + SECRET_LENGTH;
    private static final int LENGTH = SECRET_END + 1 + CHECK_LENGTH;

    private final String id;
    private final Secret text;

    private ApiKey(String text) {
        this.id = text.substring(PREFIX.length(), ID_END);
        this.text = Secret.ofText(text);
    }

    /** A new key with an id of its own. */
    static ApiKey generate(SecureRandom random) {
        return generate(Base62.drawn(ID_DIGITS, random, ID_LENGTH), random);
    }

    /** A new secret for an id that exists. */
    static ApiKey generate(String id, SecureRandom random) {
        String body = PREFIX + id + "_" + Base62.random(random, SECRET_LENGTH);
        return new ApiKey(body + "_" + check(body));
    }

    /** The key that the text is; empty if it is none, or was mistyped. */
    public static Optional<ApiKey> parse(String text) {
        boolean shaped = text.length() == LENGTH
                && text.startsWith(PREFIX)
                && isId(text.substring(PREFIX.length(), ID_END))
                && text.charAt(ID_END) == '_'
                && Base62.is(text.substring(ID_END + 1, SECRET_END))
                && text.charAt(SECRET_END) == '_';
        boolean whole = shaped && check(text.substring(0, SECRET_END)).equals(text.substring(SECRET_END + 1));
        return whole ? Optional.of(new ApiKey(text)) : Optional.empty();
    }

    /** True for what the id of a key may be. */
    public static boolean isId(String text) {
        return text.length() == ID_LENGTH && text.chars().allMatch(c -> ID_DIGITS.indexOf(c) >= 0);
    }

    public String id() {
        return id;
    }

    /** The whole key, to be shown once to whom it is for, and hashed where it is checked. */
    public Secret text() {
        return text;
    }

    /** The id alone. */
    @Override
    public String toString() {
        return id;
    }

    private static String check(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return Base62.of(crc.getValue(), CHECK_LENGTH);
    }
}
