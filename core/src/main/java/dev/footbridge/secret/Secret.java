package dev.footbridge.secret;

import java.nio.charset.StandardCharsets;

/**
 * Bytes nobody may see by accident: its text is {@code ***}, and two secrets are never equal. Immutable.
 *
 * <p>Reveal it where it is used and nowhere else. It must never enter a result, a question, a log line or kept state:
 * what a client gets, a model reads, and repeats.
 */
public final class Secret {

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Secret of(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    /** The UTF-8 bytes of a text, such as a token from the environment. */
    public static Secret ofText(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes themselves: for the code that uses them, at the moment it does. */
    public byte[] reveal() {
        return bytes.clone();
    }

    /** The bytes as UTF-8 text, such as a token for a header. As with {@link #reveal}, at the moment of use. */
    public String revealText() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "***";
    }
}
