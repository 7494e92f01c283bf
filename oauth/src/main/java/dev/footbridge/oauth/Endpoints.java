package dev.footbridge.oauth;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the URLs of a configuration have to be. Problems are collected, so that all are reported together. */
final class Endpoints {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Endpoints() {}

    /** Adds a sentence for each reason why the URL cannot be used. */
    static void check(String what, String url, List<String> problems) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException malformed) {
            problems.add(what + " is not a URL");
            return;
        }
        String host = uri.getHost();
        if (host == null || uri.getScheme() == null) {
            problems.add(what + " must be an absolute URL with a host");
            return;
        }
        if (!uri.getScheme().equals("https") && !isLoopbackHttp(uri.getScheme(), host)) {
            problems.add(what + " must begin with https://, except on loopback");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            problems.add(what + " must have no user and no fragment");
        }
    }

    /** As {@link #check}, for a URL that others compare byte for byte. */
    static void checkCanonical(String what, String url, List<String> problems) {
        int before = problems.size();
        check(what, url, problems);
        if (problems.size() > before) {
            return;
        }
        URI uri = URI.create(url);
        if (uri.getRawQuery() != null) {
            problems.add(what + " must have no query");
        }
        if (url.endsWith("/")) {
            problems.add(what + " must not end with a slash");
        }
        if (!origin(uri).equals(origin(uri).toLowerCase(Locale.ROOT)) || uri.getPort() == defaultPort(uri)) {
            problems.add(what + " must have its host in lower case and no default port");
        }
    }

    static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    static int defaultPort(URI uri) {
        return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private static boolean isLoopbackHttp(String scheme, String host) {
        return scheme.equals("http") && LOOPBACK.contains(host);
    }
}
