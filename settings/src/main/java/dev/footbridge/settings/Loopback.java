package dev.footbridge.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Tells URLs that lead to whatever machine they are used on. */
public final class Loopback {

    private static final Set<String> NAMES = Set.of("localhost", "[::1]");

    private Loopback() {}

    /** False for what is no URL, too. */
    public static boolean isIn(String url) {
        try {
            String host = new URI(url).getHost();
            return host != null && (NAMES.contains(host) || host.startsWith("127."));
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
