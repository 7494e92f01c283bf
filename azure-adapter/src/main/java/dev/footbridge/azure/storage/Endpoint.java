package dev.footbridge.azure.storage;

import java.net.URI;
import java.util.Set;

/** Addresses of Table storage, without a slash at their end. Stateless. */
final class Endpoint {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private Endpoint() {}

    /** @throws StorageException if it is none */
    static URI of(String address, String setting) {
        try {
            URI uri = URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
            boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getRawQuery() == null) {
                return uri;
            }
        } catch (IllegalArgumentException foreign) {
            // said below, without what may be a signature in it
        }
        throw new StorageException(
                setting + " gives no address of Table storage; it has the form https://ACCOUNT.table.core.windows.net",
                null);
    }

    /** As {@link #of}, and a token can be shown there. */
    static URI safe(String address, String setting) {
        URI uri = of(address, setting);
        if ("https".equals(uri.getScheme()) || LOOPBACK.contains(uri.getHost())) {
            return uri;
        }
        throw new StorageException(setting + " is not https, and a token is shown to https only", null);
    }
}
