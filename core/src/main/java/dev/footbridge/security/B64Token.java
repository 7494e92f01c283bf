package dev.footbridge.security;

/** What a bearer token may be spelled with: {@code b64token} of RFC 6750 §2.1. Stateless and thread-safe. */
public final class B64Token {

    /** By character: comparing would guess wrongly at every third character of what is random. */
    private static final boolean[] PLAIN = plain();

    private B64Token() {}

    public static boolean matches(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= PLAIN.length || !PLAIN[c]) {
                return false;
            }
        }
        return end > 0;
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[128];
        for (char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/".toCharArray()) {
            plain[c] = true;
        }
        return plain;
    }
}
