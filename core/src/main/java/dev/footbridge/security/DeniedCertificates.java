package dev.footbridge.security;

import dev.footbridge.http.ClientCertificate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Client certificates that no longer count, by serial number or by key. Immutable.
 *
 * @param entries serial numbers in hexadecimal digits, and {@code spki:} with the SHA-256 of a public key
 */
public record DeniedCertificates(Set<String> entries) {

    public static final DeniedCertificates NONE = new DeniedCertificates(Set.of());

    private static final String KEY = "spki:";
    private static final Pattern SERIAL = Pattern.compile("[0-9a-f]{1,40}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public DeniedCertificates {
        entries = Set.copyOf(entries);
    }

    /**
     * Reads one entry a line, in the spellings of {@code openssl x509}: any case, with or without colons. What follows
     * a {@code #} is a comment.
     *
     * @throws IllegalArgumentException with the number of a line that is neither: a list that is half read denies half
     */
    public static DeniedCertificates parse(String text) {
        Set<String> entries = new HashSet<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String entry = line.split("#", -1)[0].strip().toLowerCase(Locale.ROOT);
            if (!entry.isEmpty()) {
                entries.add(entry(entry, number));
            }
        }
        return new DeniedCertificates(entries);
    }

    boolean denies(ClientCertificate certificate) {
        return entries.contains(certificate.serial()) || entries.contains(KEY + certificate.keyThumbprint());
    }

    private static String entry(String line, int number) {
        String rest = line.startsWith(KEY) ? line.substring(KEY.length()) : line;
        String digits = rest.startsWith("serial=") ? rest.substring("serial=".length()) : rest;
        String hex = digits.replace(":", "");
        if (line.startsWith(KEY) && SHA256.matcher(hex).matches()) {
            return KEY + hex;
        }
        if (!line.startsWith(KEY) && SERIAL.matcher(hex).matches()) {
            return hex.replaceFirst("^0+(?=.)", "");
        }
        throw new IllegalArgumentException(
                "line " + number + " is neither a serial number in hexadecimal digits nor spki: and 64 of them");
    }
}
