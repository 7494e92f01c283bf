package dev.footbridge.key;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.key.KeyStore.StoredKey;
import dev.footbridge.log.Log;
import dev.footbridge.security.ApiKeyPrefix;
import dev.footbridge.security.Authenticator;
import dev.footbridge.state.Digest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * API keys, as {@code Authorization: Bearer mcpk_…} or {@code X-API-Key}. The caller is the key's owner, the client and
 * the credential are the key's id.
 *
 * <p>A key that was good is good for {@link #POSITIVE_LIFETIME} without asking the store, also while the store is down:
 * so long a revocation takes at most. When it expires, and where it may be used from, is looked at every time. Clients
 * get one sentence for every key that is refused; the log says why, for keys that are real.
 */
public final class ApiKeyAuthenticator implements Authenticator {

    public static final Duration POSITIVE_LIFETIME = Duration.ofSeconds(60);
    public static final Duration NEGATIVE_LIFETIME = Duration.ofSeconds(10);

    static final int MAX_REMEMBERED = 4_096;

    private static final String ISSUER = "apikey";
    private static final Refused MISSING = new Refused(401, "Bearer", "An API key is required.");
    private static final Refused NONE_OF_OURS = new Refused(401, "Bearer", "What was sent is no API key.");
    private static final Refused MALFORMED = new Refused(
            400,
            "Bearer error=\"invalid_request\"",
            "Send one API key, either as Authorization: Bearer or as X-API-Key.");
    private static final Refused WRONG =
            new Refused(401, "Bearer error=\"invalid_token\"", "The API key is not valid.");
    private static final Refused UNKNOWN_NOW =
            new Refused(503, "", "The API key cannot be checked at the moment. Try again later.");

    private final KeyStore store;
    private final Pepper pepper;
    private final InstantSource clock;
    private final Log log;
    private final Recent<Match> good = new Recent<>(MAX_REMEMBERED, POSITIVE_LIFETIME);
    private final Recent<Boolean> bad = new Recent<>(MAX_REMEMBERED, NEGATIVE_LIFETIME);

    public ApiKeyAuthenticator(KeyStore store, Pepper pepper, InstantSource clock, Log log) {
        this.store = store;
        this.pepper = pepper;
        this.clock = clock;
        this.log = log;
    }

    /** A key whose secret was right, and until when that secret is. */
    private record Match(KeyRecord key, Instant validUntil) {}

    @Override
    public boolean claims(HttpRequest request) {
        return request.headers().has("x-api-key") || ApiKeyPrefix.isAuthorization(request.headers());
    }

    @Override
    public String challenge() {
        return MISSING.challenge();
    }

    @Override
    public Outcome authenticate(HttpRequest request) {
        if (!claims(request)) {
            return request.headers().has("authorization") ? NONE_OF_OURS : MISSING;
        }
        return sent(request.headers()).map(text -> judge(text, request)).orElse(MALFORMED);
    }

    /** The one credential of the request; empty if there are several, or something stands behind it. */
    private static Optional<String> sent(Headers headers) {
        List<String> keys = headers.all("x-api-key");
        List<String> authorizations = headers.all("authorization");
        if (keys.size() + authorizations.size() != 1) {
            return Optional.empty();
        }
        String text = keys.isEmpty()
                ? authorizations.get(0).substring("bearer ".length()).stripLeading()
                : keys.get(0);
        boolean oneWord = !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 127 && c != ',');
        return oneWord ? Optional.of(text) : Optional.empty();
    }

    /** What is no key at all, or mistyped, costs nothing more. RFC 6750 §3.1 calls it an invalid token. */
    private Outcome judge(String text, HttpRequest request) {
        Optional<ApiKey> key = ApiKey.parse(text);
        if (key.isEmpty()) {
            return WRONG;
        }
        try {
            return match(key.get(), Digest.of(text))
                    .map(match -> judge(match, request))
                    .orElse(WRONG);
        } catch (KeyStoreException silent) {
            log.error(request.arrival().requestId(), "API keys cannot be checked", silent);
            return UNKNOWN_NOW;
        }
    }

    private Optional<Match> match(ApiKey key, String digest) {
        Instant now = clock.instant();
        Optional<Match> known = good.get(digest, now);
        if (known.isPresent()) {
            return known;
        }
        if (bad.get(digest, now).isPresent()) {
            return Optional.empty();
        }
        Optional<Match> found = lookUp(key);
        found.ifPresentOrElse(match -> good.put(digest, match, now), () -> bad.put(digest, true, now));
        return found;
    }

    private Optional<Match> lookUp(ApiKey key) {
        Optional<KeyRecord> stored = store.find(key.id()).map(StoredKey::key);
        List<KeySlot> slots = stored.map(KeyRecord::slots).orElse(List.of());
        int slot = pepper.find(key, slots);
        return slot < 0
                ? Optional.empty()
                : stored.map(found -> new Match(found, slots.get(slot).validUntil()));
    }

    private Outcome judge(Match match, HttpRequest request) {
        KeyRecord key = match.key();
        Instant now = clock.instant();
        String address = request.arrival().remoteAddress().orElse("");
        if (!key.isLive(now)) {
            return refused(
                    key,
                    request,
                    key.state() == KeyRecord.State.REVOKED ? "it is revoked" : "it is too early or too late");
        }
        if (!now.isBefore(match.validUntil())) {
            return refused(key, request, "its secret was replaced");
        }
        if (!key.terms().allowsFrom(address)) {
            return refused(key, request, "it may not be used from that address");
        }
        return new Identified(Caller.named(ISSUER, key.terms().subject(), AuthMethod.API_KEY)
                .tenant(key.terms().tenant())
                .client(key.id())
                .credentialId(key.id())
                .scopes(key.terms().scopes())
                .reach(key.terms().reach())
                .build());
    }

    private Refused refused(KeyRecord key, HttpRequest request, String why) {
        log.warn(request.arrival().requestId(), "API key " + key.id() + " is refused: " + why);
        return WRONG;
    }
}
