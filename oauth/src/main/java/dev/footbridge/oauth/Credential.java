package dev.footbridge.oauth;

import dev.footbridge.http.HttpRequest;
import dev.footbridge.security.ApiKeyPrefix;
import dev.footbridge.security.B64Token;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The token of a request, which comes in {@code Authorization} and nowhere else (RFC 6750 §2.1, RFC 9449 §7.1).
 *
 * @param proven true under the scheme {@code DPoP}, where a proof comes with the token
 */
record Credential(boolean proven, String token) {

    private static final String BEARER = "bearer";
    private static final String DPOP = "dpop";

    /** True if the request carries an access token, in whatever state, or tries to in its query. */
    static boolean isIn(HttpRequest request) {
        return request.headers().all("authorization").stream().anyMatch(Credential::isOurs)
                || isInQuery(request.query());
    }

    /** @throws TokenException if there is not exactly one token, where it belongs */
    static Credential of(HttpRequest request) throws TokenException {
        if (isInQuery(request.query())) {
            throw TokenException.malformed("An access token belongs in the Authorization header, never in the URL.");
        }
        List<String> sent = request.headers().all("authorization");
        if (sent.size() > 1) {
            throw TokenException.malformed("There must be one Authorization header.");
        }
        if (sent.isEmpty() || !isOurs(sent.get(0))) {
            throw TokenException.missing();
        }
        String value = sent.get(0);
        boolean proven = hasScheme(value, DPOP);
        String token = value.substring(tokenStart(value));
        if (!B64Token.matches(token)) {
            throw TokenException.malformed("The Authorization header must be a scheme and one token.");
        }
        return new Credential(proven, token);
    }

    private static boolean isOurs(String value) {
        return (hasScheme(value, BEARER) || hasScheme(value, DPOP))
                && !value.startsWith(ApiKeyPrefix.TEXT, tokenStart(value));
    }

    private static boolean hasScheme(String value, String scheme) {
        return value.regionMatches(true, 0, scheme, 0, scheme.length())
                && (value.length() == scheme.length() || value.charAt(scheme.length()) == ' ');
    }

    /** Behind the scheme and its blanks; no other white space is taken away. */
    private static int tokenStart(String value) {
        int at = value.indexOf(' ');
        while (at >= 0 && at < value.length() && value.charAt(at) == ' ') {
            at++;
        }
        return at < 0 ? value.length() : at;
    }

    private static boolean isInQuery(String query) {
        if (query.isEmpty()) {
            return false;
        }
        for (String pair : query.split("[&;]", -1)) {
            int equals = pair.indexOf('=');
            if (decoded(equals < 0 ? pair : pair.substring(0, equals)).equals("access_token")) {
                return true;
            }
        }
        return false;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }

    /** Without the token: this may end up in a log. */
    @Override
    public String toString() {
        return proven ? "DPoP ***" : "Bearer ***";
    }
}
