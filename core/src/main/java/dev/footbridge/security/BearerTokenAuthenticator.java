package dev.footbridge.security;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.secret.Secret;
import dev.footbridge.secret.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * One token that everybody who may call knows (RFC 6750 §2.1). It is read from {@code Authorization} only, never from
 * the query. All who have it are the same caller.
 */
public final class BearerTokenAuthenticator implements Authenticator {

    private static final Identified KNOWN =
            new Identified(Caller.named("token", "token", AuthMethod.TOKEN).build());
    private static final Refused MISSING = new Refused(401, "Bearer", "A bearer token is required.");
    private static final Refused MALFORMED = new Refused(
            400, "Bearer error=\"invalid_request\"", "The Authorization header must be Bearer and one token.");
    private static final Refused WRONG =
            new Refused(401, "Bearer error=\"invalid_token\"", "The bearer token is not valid.");

    private static final String SCHEME = "bearer";

    /** Digests are compared, so that time tells nothing about the token, not even its length. */
    private final byte[] digest;

    /**
     * @throws IllegalArgumentException if no header could carry the token (RFC 6750 b64token), or it looks like an API
     *     key
     */
    public BearerTokenAuthenticator(Secret token) {
        byte[] bytes = token.reveal();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!B64Token.matches(text) || text.startsWith(ApiKeyPrefix.TEXT)) {
            throw new IllegalArgumentException("a bearer token must be letters, digits, and -._~+/ with = only at its"
                    + " end, and not begin like an API key");
        }
        this.digest = Sha256.of(bytes);
    }

    /** API keys are left to whoever knows them, unless something else is sent beside them. */
    @Override
    public boolean claims(HttpRequest request) {
        List<String> sent = request.headers().all("authorization");
        return sent.size() > 1 || (sent.size() == 1 && !ApiKeyPrefix.isAuthorization(request.headers()));
    }

    @Override
    public String challenge() {
        return MISSING.challenge();
    }

    @Override
    public Outcome authenticate(HttpRequest request) {
        List<String> sent = request.headers().all("authorization");
        if (sent.size() > 1) {
            return MALFORMED;
        }
        if (sent.isEmpty() || !hasBearerScheme(sent.get(0))) {
            return MISSING;
        }
        String token = sent.get(0).substring(SCHEME.length()).strip();
        if (!B64Token.matches(token)) {
            return MALFORMED;
        }
        return MessageDigest.isEqual(digest, Sha256.of(token.getBytes(StandardCharsets.US_ASCII))) ? KNOWN : WRONG;
    }

    private static boolean hasBearerScheme(String value) {
        return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (value.length() == SCHEME.length() || value.charAt(SCHEME.length()) == ' ');
    }
}
