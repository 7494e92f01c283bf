package dev.footbridge.oauth;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A list of tokens that were taken back. Immutable.
 *
 * @param entries a {@code jti}, or an issuer, a blank and a {@code jti}
 */
public record RevokedTokens(Set<String> entries) implements Revocations {

    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

    public RevokedTokens {
        entries = Set.copyOf(entries);
    }

    /**
     * Reads one token a line: its {@code jti}, with its issuer before it where issuers give the same names. What
     * follows a {@code #} at the start of a line or after a blank is a comment.
     *
     * @throws IllegalArgumentException with the number of a line that is neither: a list that is half read revokes half
     */
    public static RevokedTokens parse(String text) {
        Set<String> entries = new HashSet<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String entry = COMMENT.matcher(line).replaceFirst("").strip();
            if (entry.isEmpty()) {
                continue;
            }
            List<String> words = List.of(entry.split("\\s+", -1));
            if (words.size() > 2 || (words.size() == 2 && !words.get(0).contains("://"))) {
                throw new IllegalArgumentException("line " + number + " is neither a jti nor an issuer and a jti");
            }
            entries.add(String.join(" ", words));
        }
        return new RevokedTokens(entries);
    }

    @Override
    public boolean isRevoked(String issuer, String tokenId) {
        return entries.contains(tokenId) || entries.contains(issuer + " " + tokenId);
    }
}
