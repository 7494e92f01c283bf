package dev.footbridge.oauth;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.log.Log;
import dev.footbridge.secret.SecretSourceException;
import dev.footbridge.state.Digest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Asks an issuer about tokens (RFC 7662), with an authentication of our own. An answer is kept for a short while, under
 * a digest of the token: good and bad ones apart, so that tokens which strangers make up push out no good one. Without
 * an answer no token is good. Thread-safe.
 */
final class IntrospectionVerifier implements TokenVerifier {

    private static final Duration BAD_FOR = Duration.ofSeconds(10);

    /**
     * An issuer that answers within 50 ms is asked about 320 new tokens a second so, and a silent one holds up the
     * calls of 16 for the two seconds of a fetch, not all that the server has room for.
     */
    static final int MAX_UNKNOWN_AT_ONCE = 16;

    private static final Fetch FETCH = new Fetch(Duration.ofSeconds(1), Duration.ofSeconds(1), 50 * 1024);

    private final OAuthSettings settings;
    private final Introspector introspector;
    private final Lifetime lifetime;
    private final InstantSource clock;
    private final Log log;
    private final TokenCache good = new TokenCache();
    private final TokenCache bad = new TokenCache();
    private final SharedVerification shared = new SharedVerification();
    private final Semaphore unknown = new Semaphore(MAX_UNKNOWN_AT_ONCE);

    IntrospectionVerifier(OAuthSettings settings, Introspector introspector, OAuthParts parts) {
        this.settings = settings;
        this.introspector = introspector;
        this.lifetime = new Lifetime(parts.clock(), settings.clockSkew(), settings.maxLifetime());
        this.clock = parts.clock();
        this.log = parts.log();
    }

    @Override
    public VerifiedToken verify(String token) throws TokenException {
        if (token.length() > CompactToken.MAX_LENGTH) {
            throw TokenException.invalid("The token is malformed.");
        }
        String key = Digest.of(token);
        Instant now = clock.instant();
        Optional<TokenCache.Known> known = good.find(key, now).or(() -> bad.find(key, now));
        return known.isPresent() ? known.get().token() : shared.verify(key, () -> judge(token, key));
    }

    private VerifiedToken judge(String token, String key) throws TokenException {
        Claims answer = good.hasSeen(key) ? ask(token) : askAmongOthers(token);
        try {
            VerifiedToken verified = verified(answer);
            good.keep(key, TokenCache.Known.good(verified, TokenCache.until(answer, clock.instant())));
            return verified;
        } catch (TokenException refused) {
            good.forget(key);
            bad.keep(key, TokenCache.Known.bad(refused, clock.instant().plus(BAD_FOR)));
            throw refused;
        }
    }

    /** Anybody can send unknown tokens. Those that were good are asked about whatever strangers send meanwhile. */
    private Claims askAmongOthers(String token) throws TokenException {
        if (!isNext()) {
            log.warn("-", introspector.issuer() + " is being asked about as many unknown tokens as it may be at once");
            throw TokenException.unavailable();
        }
        try {
            return ask(token);
        } finally {
            unknown.release();
        }
    }

    /** After a start all tokens are unknown, and their clients come together: they wait a little for each other. */
    private boolean isNext() {
        try {
            return unknown.tryAcquire(1, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private VerifiedToken verified(Claims answer) throws TokenException {
        if (!answer.members().isTrue("active")) {
            throw TokenException.invalid("The token is not active.");
        }
        if (answer.has("iss") && !answer.text("iss").equals(introspector.issuer())) {
            throw TokenException.invalid("The token is from another issuer.");
        }
        lifetime.checkNow(answer);
        introspector.audience().check(answer, settings.resource());
        return introspector.mapping().map(answer, introspector.issuer(), AuthMethod.OAUTH_OPAQUE, settings.hierarchy());
    }

    private Claims ask(String token) throws TokenException {
        try {
            byte[] form =
                    ("token=" + encoded(token) + "&token_type_hint=access_token").getBytes(StandardCharsets.US_ASCII);
            Map<String, String> headers = Map.of("Authorization", authentication());
            if (JsonReader.read(FETCH.post(URI.create(introspector.endpoint()), headers, form))
                    instanceof JsonObject answer) {
                return new Claims(answer);
            }
            log.error("-", "the answer of " + introspector.issuer() + " about a token is no JSON object", null);
        } catch (IOException | JsonException | SecretSourceException noAnswer) {
            log.error("-", "no answer of " + introspector.issuer() + " about a token", noAnswer);
        }
        throw TokenException.unavailable();
    }

    /** HTTP Basic with both parts encoded before (RFC 6749 §2.3.1). */
    private String authentication() {
        String pair = encoded(introspector.clientId())
                + ":"
                + encoded(introspector.clientSecret().get().revealText());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
