package dev.footbridge.security;

import dev.footbridge.http.Headers;

/** How an API key is told from every other bearer token, before anybody looks into it. Stateless and thread-safe. */
public final class ApiKeyPrefix {

    /** What every API key begins with, and no other token may. */
    public static final String TEXT = "mcpk_";

    private static final String SCHEME = "bearer ";

    private ApiKeyPrefix() {}

    /** True if one of the {@code Authorization} fields brings an API key as its bearer token. */
    public static boolean isAuthorization(Headers headers) {
        return headers.all("authorization").stream().anyMatch(ApiKeyPrefix::isBearer);
    }

    private static boolean isBearer(String value) {
        return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && value.substring(SCHEME.length()).stripLeading().startsWith(TEXT);
    }
}
