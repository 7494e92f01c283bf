package dev.footbridge.oauth;

import dev.footbridge.http.HttpRequest;
import dev.footbridge.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Proofs that the client of a request has the key its token is bound to (RFC 9449 §4.3). The URL a proof must be for is
 * the configured one, whatever way the request came. Thread-safe.
 */
final class Proofs {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String TYPE = "dpop+jwt";
    private static final int MAX_ID = 256;

    private final String resource;
    private final OAuthParts parts;

    Proofs(OAuthSettings settings, OAuthParts parts) {
        this.resource = plain(settings.resource());
        this.parts = parts;
    }

    /** @throws TokenException unless the request brings one proof, for itself, with that token and that key */
    void check(HttpRequest request, String token, String proofKey) throws TokenException {
        List<String> sent = request.headers().all("dpop");
        if (sent.size() != 1) {
            throw TokenException.proof("There must be one DPoP header.");
        }
        try {
            CompactToken proof = CompactToken.parse(sent.get(0));
            checkKey(proof, proofKey);
            checkRequest(proof.claims(), request, token);
            checkNonce(proof.claims());
            checkFirstUse(proof.claims(), proofKey);
        } catch (TokenException refused) {
            throw refused.reason() == TokenException.Reason.INVALID_TOKEN
                    ? TokenException.proof("The DPoP proof is malformed.")
                    : refused;
        }
    }

    private static void checkKey(CompactToken proof, String proofKey) throws TokenException {
        Claims header = proof.header();
        if (!header.text("typ").equals(TYPE)) {
            throw TokenException.proof("The DPoP proof is not marked dpop+jwt.");
        }
        JsonObject jwk = header.object("jwk").members();
        SigningKey key = SigningKey.of(jwk)
                .orElseThrow(() -> TokenException.proof("The DPoP proof brings no public key that can be used."));
        // First: whoever sends a proof may choose a key with which signatures are slow to verify.
        if (!Base64Url.same(key.thumbprint(), proofKey)) {
            throw TokenException.proof("The DPoP proof is by another key than the token's.");
        }
        if (!key.verifies(proof, header.text("alg"))) {
            throw TokenException.proof("The DPoP proof's signature is not valid.");
        }
    }

    private void checkRequest(Claims claims, HttpRequest request, String token) throws TokenException {
        if (!claims.text("htm").equals(request.method())) {
            throw TokenException.proof("The DPoP proof is for another method.");
        }
        if (!plain(claims.text("htu")).equals(resource)) {
            throw TokenException.proof("The DPoP proof is for another URL.");
        }
        if (!Base64Url.same(claims.text("ath"), Base64Url.sha256(token))) {
            throw TokenException.proof("The DPoP proof is for another token.");
        }
    }

    /** Before anything is remembered: a client sends the same request again with the nonce that it is told. */
    private void checkNonce(Claims claims) throws TokenException {
        String nonce = claims.text("nonce");
        if (parts.nonces().isPresent() && !parts.nonces().get().isGood(nonce)) {
            throw TokenException.nonce();
        }
    }

    private void checkFirstUse(Claims claims, String proofKey) throws TokenException {
        Instant now = parts.clock().instant();
        Instant made =
                claims.time("iat").orElseThrow(() -> TokenException.proof("The DPoP proof does not say its time."));
        if (made.isBefore(now.minus(WINDOW)) || made.isAfter(now.plus(WINDOW))) {
            throw TokenException.proof("The DPoP proof is too old, or from the future.");
        }
        String id = claims.text("jti");
        if (id.isEmpty() || id.length() > MAX_ID) {
            throw TokenException.proof("The DPoP proof has no jti of a sensible length.");
        }
        if (!parts.replays().isFirst(proofKey, id, made.plus(WINDOW))) {
            throw TokenException.proof("The DPoP proof was used before.");
        }
    }

    /** The URL without query and fragment, its host in lower case and no default port; empty for none. */
    private static String plain(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
        if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return "";
        }
        String origin = uri.getScheme() + "://" + uri.getHost();
        String port = uri.getPort() < 0 || uri.getPort() == Endpoints.defaultPort(uri) ? "" : ":" + uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return origin.toLowerCase(Locale.ROOT) + port + path;
    }
}
