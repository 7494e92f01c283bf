package dev.footbridge.azure.storage;

import dev.footbridge.secret.Secret;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a connection string of a storage account says about tables. Immutable.
 *
 * @see <a href="https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string">its form</a>
 */
record ConnectionString(URI endpoint, SharedKey key) {

    /** Published by Microsoft, the same for every emulator: no secret. */
    private static final String EMULATOR = "AccountName=devstoreaccount1;AccountKey="
            + "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
            + "TableEndpoint=http://127.0.0.1:10002/devstoreaccount1";

    /**
     * @param setting where it comes from, for messages
     * @throws StorageException if something is missing, in words for the operator
     */
    static ConnectionString read(String text, String setting) {
        Map<String, String> parts = parts(text);
        if (parts.getOrDefault("usedevelopmentstorage", "").equalsIgnoreCase("true")) {
            parts = parts(EMULATOR);
        }
        String account = parts.getOrDefault("accountname", "");
        if (account.isEmpty() || parts.getOrDefault("accountkey", "").isEmpty()) {
            throw new StorageException(
                    setting + " has no AccountName and AccountKey; or leave it out, and name the account by " + setting
                            + "__tableServiceUri for a managed identity",
                    null);
        }
        return new ConnectionString(endpoint(parts, account, setting), new SharedKey(account, key(parts, setting)));
    }

    private static Map<String, String> parts(String text) {
        Map<String, String> parts = new HashMap<>();
        for (String part : text.split(";", -1)) {
            int is = part.indexOf('=');
            if (is > 0) {
                parts.put(
                        part.substring(0, is).strip().toLowerCase(Locale.ROOT),
                        part.substring(is + 1).strip());
            }
        }
        return parts;
    }

    private static URI endpoint(Map<String, String> parts, String account, String setting) {
        String suffix = parts.getOrDefault("endpointsuffix", "core.windows.net");
        String scheme = parts.getOrDefault("defaultendpointsprotocol", "https");
        return Endpoint.of(parts.getOrDefault("tableendpoint", scheme + "://" + account + ".table." + suffix), setting);
    }

    private static Secret key(Map<String, String> parts, String setting) {
        try {
            return Secret.of(Base64.getDecoder().decode(parts.getOrDefault("accountkey", "")));
        } catch (IllegalArgumentException foreign) {
            // its message would show a part of the key
            throw new StorageException("the AccountKey of " + setting + " is not in Base64", null);
        }
    }
}
