package dev.footbridge.outbound;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which URLs may be asked for. Immutable.
 *
 * @param patterns hosts in lower case, such as {@code api.example.com}, {@code *.example.com}, with a port if it is not
 *     the usual one
 * @param plain whether http is allowed besides https
 */
record Hosts(List<String> patterns, boolean plain) {

    Hosts {
        patterns = patterns.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
        if (patterns.isEmpty() || patterns.stream().anyMatch(text -> text.isBlank() || text.contains("/"))) {
            throw new IllegalArgumentException(
                    "hosts are written like api.example.com, *.example.com or a.example:8443");
        }
    }

    /** Why the URL may not be asked for; empty if it may. */
    Optional<String> problem(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(plain && scheme.equals("http"))) {
            return Optional.of("only https is allowed" + (plain ? ", and http" : ""));
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            return Optional.of("the URL must have a host and no user");
        }
        return patterns.stream().anyMatch(pattern -> fits(pattern, uri))
                ? Optional.empty()
                : Optional.of("the host " + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                        + " is not among those that are allowed");
    }

    private static boolean fits(String pattern, URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean usual = uri.getPort() < 0 || uri.getPort() == usualPort(uri);
        return matches(pattern, host + ":" + (usual ? usualPort(uri) : uri.getPort()))
                || (usual && matches(pattern, host));
    }

    private static boolean matches(String pattern, String host) {
        return pattern.startsWith("*.")
                ? host.endsWith(pattern.substring(1)) && host.length() > pattern.length() - 1
                : host.equals(pattern);
    }

    private static int usualPort(URI uri) {
        return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }
}
