package dev.footbridge.oauth;

import dev.footbridge.http.HttpFilter;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.secret.HmacSha256;
import dev.footbridge.secret.RandomBytes;
import dev.footbridge.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Nonces that clients must put into their proofs, so that no proof can be made long before it is used. Kept nowhere:
 * each is a MAC over the time, the same for every client, and good for two to four minutes. Instances with the same key
 * take each other's. Thread-safe.
 *
 * <p>As a filter around the endpoint it tells clients the current one: in every 401, and in every answer to a request
 * with a proof, so that a client is ready for the next before the last one ends.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-9">RFC 9449 §9</a>
 */
public final class ProofNonces implements HttpFilter {

    static final Duration PERIOD = Duration.ofMinutes(2);

    private static final String HEADER = "dpop-nonce";
    private static final int MIN_BYTES = 32;
    private static final int UNAUTHORIZED = 401;

    private final Secret key;
    private final InstantSource clock;

    /** @throws IllegalArgumentException if the key has fewer than 32 bytes */
    public ProofNonces(Secret key, InstantSource clock) {
        if (key.reveal().length < MIN_BYTES) {
            throw new IllegalArgumentException("the key of nonces has fewer than " + MIN_BYTES + " bytes");
        }
        this.key = key;
        this.clock = clock;
    }

    /** With a key that only this process knows: for a server that is alone. */
    public static ProofNonces ofThisProcess(InstantSource clock) {
        return new ProofNonces(Secret.of(RandomBytes.of(MIN_BYTES)), clock);
    }

    /** True for the nonce of now and for the one before it. */
    boolean isGood(String nonce) {
        Instant now = clock.instant();
        return Base64Url.same(nonce, at(now)) || Base64Url.same(nonce, at(now.minus(PERIOD)));
    }

    String current() {
        return at(clock.instant());
    }

    private String at(Instant time) {
        byte[] period = ByteBuffer.allocate(Long.BYTES)
                .putLong(time.getEpochSecond() / PERIOD.toSeconds())
                .array();
        return Base64Url.encode(new HmacSha256(key.reveal()).of(HEADER.getBytes(StandardCharsets.US_ASCII), period));
    }

    @Override
    public HttpHandler around(HttpHandler next) {
        return request -> {
            HttpResponse response = next.handle(request);
            return response.status() == UNAUTHORIZED || isProven(request) ? response.with(HEADER, current()) : response;
        };
    }

    private static boolean isProven(HttpRequest request) {
        return request.headers().has("dpop");
    }
}
