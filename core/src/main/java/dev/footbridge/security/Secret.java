package dev.footbridge.security;

/** Bytes nobody may see by accident: its text is {@code ***}. (To be completed.) */
public final class Secret {
    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Secret of(byte[] bytes) {
        return new Secret(bytes.clone());
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
