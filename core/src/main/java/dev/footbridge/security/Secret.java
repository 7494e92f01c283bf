package dev.footbridge.security;

import java.nio.charset.StandardCharsets;

/** Bytes nobody may see by accident: its text is {@code ***}, and two secrets are never equal. Immutable. */
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

    @Override
    public String toString() {
        return "***";
    }
}
