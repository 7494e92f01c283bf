package dev.footbridge.secret;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names by which people call secrets, such as {@code api_key} or {@code userPassword}. Stateless. */
public final class SecretNames {

    private static final Set<String> WORDS = Set.of(
            "password",
            "passwd",
            "passphrase",
            "pwd",
            "secret",
            "secrets",
            "token",
            "credential",
            "credentials",
            "authorization",
            "apikey",
            "pin",
            "otp",
            "cvv",
            "cvc",
            "ssn",
            "cookie");
    private static final Set<String> KEYS = Set.of("api", "private", "access", "signing", "encryption");
    /** Before "token", these say that it marks a place in a list. */
    private static final Set<String> PLACES = Set.of("page", "next", "continuation", "sync", "cursor");

    private SecretNames() {}

    /** True if a word of the name says so. */
    public static boolean isOne(String name) {
        List<String> words = Arrays.asList(name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z0-9]+", -1));
        Set<String> all = new HashSet<>(words);
        if (all.contains("token") && all.stream().anyMatch(PLACES::contains)) {
            all.remove("token");
        }
        return all.stream().anyMatch(WORDS::contains)
                || (all.contains("key") && all.stream().anyMatch(KEYS::contains));
    }
}
