package dev.footbridge.azure.secret;

import java.net.URI;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret in a vault. Immutable.
 *
 * @param vault its address, without a slash at the end
 * @param path such as {@code /secrets/NAME} or {@code /secrets/NAME/VERSION}
 */
record VaultPlace(URI vault, String path) {

    private static final Pattern SECRET = Pattern.compile("[0-9A-Za-z-]{1,127}(/[0-9A-Za-z]{1,64})?");
    private static final Pattern WHOLE = Pattern.compile("(https?://[^/?#]+)/secrets/([^?#]+)");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final String PUBLIC = "https://vault.azure.net";

    /**
     * @param usual the vault that a name alone is in; empty for none
     * @throws IllegalArgumentException in words for the operator
     */
    static VaultPlace of(String place, String usual) {
        Matcher whole = WHOLE.matcher(place);
        boolean named = whole.matches();
        String secret = named ? whole.group(2) : place;
        if (!SECRET.matcher(secret).matches()) {
            throw new IllegalArgumentException(
                    "it has the form NAME, NAME/VERSION or https://VAULT.vault.azure.net/secrets/NAME");
        }
        if (!named && usual.isEmpty()) {
            throw new IllegalArgumentException(
                    KeyVaultSource.VAULT + " is not set; it names the vault, as in https://VAULT.vault.azure.net");
        }
        return new VaultPlace(
                named ? vault(whole.group(1), "") : vault(usual, KeyVaultSource.VAULT + ": "), "/secrets/" + secret);
    }

    /** @param setting what the address comes from; for the message */
    private static URI vault(String address, String setting) {
        try {
            URI uri = URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
            boolean safe = "https".equals(uri.getScheme()) || LOOPBACK.contains(String.valueOf(uri.getHost()));
            boolean bare = uri.getRawPath() != null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
            if (safe && bare && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException foreign) {
            // said below
        }
        throw new IllegalArgumentException(setting + "a vault has an address such as https://VAULT.vault.azure.net");
    }

    /**
     * Whom tokens for the vault are for: every cloud has a name of its own for it, which is the vault's without its
     * first label. So a token for vaults goes to no other host, whatever a reference says.
     */
    String audience() {
        String host = vault.getHost();
        return LOOPBACK.contains(host) ? PUBLIC : "https://" + host.substring(host.indexOf('.') + 1);
    }

    URI address(String version) {
        return URI.create(vault + path + "?api-version=" + version);
    }
}
