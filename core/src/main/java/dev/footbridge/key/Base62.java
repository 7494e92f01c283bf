package dev.footbridge.key;

import java.security.SecureRandom;

/** Digits, capital and small letters: what survives every header, shell and double click. */
final class Base62 {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Base62() {}

    /** The number in exactly so many digits; it must fit. */
    static String of(long number, int length) {
        char[] digits = new char[length];
        long rest = number;
        for (int i = length - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(digits);
    }

    /** So many digits, each drawn evenly: 5.954 bits each. */
    static String random(SecureRandom random, int length) {
        return drawn(DIGITS, random, length);
    }

    static String drawn(String alphabet, SecureRandom random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    static boolean is(String text) {
        return text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
    }
}
