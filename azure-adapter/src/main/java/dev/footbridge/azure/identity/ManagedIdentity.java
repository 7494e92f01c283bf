package dev.footbridge.azure.identity;

import dev.footbridge.azure.rest.Rest;
import dev.footbridge.azure.rest.RestAnswer;
import dev.footbridge.azure.rest.RestRequest;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of the managed identity, from the endpoint that App Service and Functions put beside the process. They are
 * read again five minutes before their end, by one thread for all; where that fails, what is held goes on until its
 * end. Thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference">the
 *     endpoint</a>
 */
public final class ManagedIdentity implements TokenSource {

    static final String ENDPOINT = "IDENTITY_ENDPOINT";
    static final String HEADER = "IDENTITY_HEADER";
    private static final String VERSION = "2019-08-01";
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(10);

    /** A service that takes none of the tokens refuses every call. */
    private static final Duration BETWEEN_RENEWALS = Duration.ofMinutes(1);

    private final Map<String, String> environment;
    private final String resource;
    private final String clientId;
    private final InstantSource clock;
    private final Rest http = new Rest(Duration.ofSeconds(2), Duration.ofSeconds(3));
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Held held;
    private volatile Instant renewed = Instant.MIN;

    /**
     * @param resource whom the tokens are for, such as {@code https://storage.azure.com/}
     * @param clientId of a user-assigned identity; empty for the one of the app itself
     */
    public ManagedIdentity(Map<String, String> environment, String resource, String clientId, InstantSource clock) {
        this.environment = environment;
        this.resource = resource;
        this.clientId = clientId;
        this.clock = clock;
    }

    private record Token(Secret text, Instant end) {}

    /** @param due when it is read again */
    private record Held(Token token, Instant due) {}

    @Override
    public Secret get() {
        Instant now = clock.instant();
        Held known = held;
        if (known != null && now.isBefore(known.due)) {
            return known.token.text;
        }
        reading.lock();
        try {
            Held latest = held;
            return latest != null && now.isBefore(latest.due) ? latest.token.text : read(now, latest);
        } finally {
            reading.unlock();
        }
    }

    /** Once a minute at most; what is held meanwhile is given again. */
    @Override
    public void renew() {
        Instant now = clock.instant();
        reading.lock();
        try {
            if (renewed.isBefore(now.minus(BETWEEN_RENEWALS))) {
                renewed = now;
                held = null;
            }
        } finally {
            reading.unlock();
        }
    }

    private Secret read(Instant now, @Nullable Held before) {
        Instant soon = now.plus(BETWEEN_FAILURES);
        try {
            Token token = fetch();
            Instant ahead = token.end.minus(AHEAD);
            held = new Held(token, ahead.isAfter(soon) ? ahead : soon);
            return token.text;
        } catch (IOException | IdentityException failed) {
            if (before != null && now.isBefore(before.token.end)) {
                held = new Held(before.token, soon);
                return before.token.text;
            }
            throw failed instanceof IdentityException plain
                    ? plain
                    : new IdentityException("the identity endpoint of the platform does not answer", failed);
        }
    }

    private Token fetch() throws IOException {
        RestRequest request = new RestRequest(
                "GET", address(), Map.of("X-IDENTITY-HEADER", environment.getOrDefault(HEADER, "")), new byte[0]);
        RestAnswer answer = http.send(request);
        if (answer.status() == 429 || answer.status() >= 500) {
            answer = http.send(request);
        }
        if (answer.status() != 200) {
            throw new IdentityException(refusal(answer.status()), null);
        }
        return JsonReader.readObject(answer.text())
                .flatMap(ManagedIdentity::token)
                .orElseThrow(() -> new IdentityException(
                        "the identity endpoint of the platform gives no token with an end", null));
    }

    private String refusal(int status) {
        String who = clientId.isEmpty()
                ? "the app may have no identity of its own; a user-assigned one needs its client id"
                : "the app may not have the identity with the client id " + clientId;
        return "the identity endpoint of the platform answers " + status + (status == 400 ? ": " + who : "");
    }

    private static Optional<Token> token(JsonObject found) {
        Optional<String> text = found.string("access_token").filter(token -> !token.isEmpty());
        OptionalLong end = seconds(found);
        return text.isEmpty() || end.isEmpty()
                ? Optional.empty()
                : Optional.of(new Token(Secret.ofText(text.get()), Instant.ofEpochSecond(end.getAsLong())));
    }

    /** Digits in a string, or a number. */
    private static OptionalLong seconds(JsonObject found) {
        String text = found.string("expires_on").orElse("");
        boolean digits = !text.isEmpty() && text.length() < 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? OptionalLong.of(Long.parseLong(text)) : found.integer("expires_on");
    }

    private URI address() {
        String endpoint = environment.getOrDefault(ENDPOINT, "");
        if (endpoint.isEmpty() || environment.getOrDefault(HEADER, "").isEmpty()) {
            throw new IdentityException(
                    "there is no managed identity here: " + ENDPOINT + " and " + HEADER
                            + " are not set; on one's own machine use a connection string",
                    null);
        }
        String query = "?api-version=" + VERSION + "&resource=" + encoded(resource)
                + (clientId.isEmpty() ? "" : "&client_id=" + encoded(clientId));
        try {
            return URI.create(endpoint + query);
        } catch (IllegalArgumentException foreign) {
            throw new IdentityException(ENDPOINT + " is no address", null);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
