package dev.footbridge.security;

/** What a bearer token may be spelled with: {@code b64token} of RFC 6750 §2.1. Stateless and thread-safe. */
public final class B64Token {

    private B64Token() {}

    public static boolean matches(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return end > 0;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~+/".indexOf(c) >= 0;
    }
}
