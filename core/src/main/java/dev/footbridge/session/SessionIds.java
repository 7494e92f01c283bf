package dev.footbridge.session;

import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits as text. A class of its own, so that a process without sessions never loads a random generator. */
final class SessionIds {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionIds() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
