package dev.footbridge.security;

import dev.footbridge.http.ClientCertificate;
import dev.footbridge.http.ClientCertificate.AlternativeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Client certificates that count, of all that the authorities vouch for: by key, or by the name that calls. Immutable.
 *
 * @param all whether every one does, whatever else is said
 * @param keys the SHA-256 of public keys, in hexadecimal digits
 */
public record AllowedCertificates(boolean all, Set<String> keys, List<CertificatePattern> names) {

    public static final AllowedCertificates ALL = new AllowedCertificates(true, Set.of(), List.of());

    private static final String KEY = "spki:";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

    public AllowedCertificates {
        keys = Set.copyOf(keys);
        names = List.copyOf(names);
    }

    /** Those with one of the names and no others. */
    public static AllowedCertificates named(List<CertificatePattern> names) {
        return new AllowedCertificates(false, Set.of(), names);
    }

    /**
     * Reads one entry a line: {@code spki:} with the SHA-256 of a public key, in any case, with or without colons; or a
     * {@link CertificatePattern}. What follows a {@code #} after a blank is a comment. An empty list allows nobody.
     *
     * @throws IllegalArgumentException with the number of a line that is neither
     */
    public static AllowedCertificates parse(String text) {
        Set<String> keys = new HashSet<>();
        List<CertificatePattern> names = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String entry = COMMENT.matcher(line).replaceFirst("").strip();
            if (entry.regionMatches(true, 0, KEY, 0, KEY.length())) {
                keys.add(key(entry, number));
            } else if (!entry.isEmpty()) {
                names.add(name(entry, number));
            }
        }
        return new AllowedCertificates(false, keys, names);
    }

    private static String key(String entry, int number) {
        String hex = entry.substring(KEY.length()).replace(":", "").toLowerCase(Locale.ROOT);
        if (!SHA256.matcher(hex).matches()) {
            throw new IllegalArgumentException("line " + number + " has not 64 hexadecimal digits after spki:");
        }
        return hex;
    }

    private static CertificatePattern name(String entry, int number) {
        try {
            return CertificatePattern.parse(entry);
        } catch (IllegalArgumentException neither) {
            throw new IllegalArgumentException(
                    "line " + number + " is neither spki: and 64 hexadecimal digits nor a pattern of names: "
                            + neither.getMessage(),
                    neither);
        }
    }

    /** @param name the one that would call */
    boolean allows(ClientCertificate certificate, Optional<AlternativeName> name) {
        return all
                || keys.contains(certificate.keyThumbprint())
                || names.stream()
                        .anyMatch(pattern -> name.filter(pattern::matches).isPresent());
    }
}
