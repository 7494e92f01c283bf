package dev.footbridge.aws.sigv4;

import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keys that an endpoint beside the process gives for a while: under SnapStart, in ECS and in EKS. They are read again
 * five minutes before their end; where that fails, what is held goes on until its end. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html">the variables</a>
 */
final class ContainerCredentials implements CredentialSource {

    static final String FULL_URI = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    static final String RELATIVE_URI = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private static final String TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
    private static final String TOKEN_FILE = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
    private static final String ECS = "http://169.254.170.2";
    private static final Set<String> PLAIN =
            Set.of("localhost", "127.0.0.1", "[::1]", "169.254.170.2", "169.254.170.23", "[fd00:ec2::23]");
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(10);

    private final Map<String, String> environment;
    private final InstantSource clock;
    private final JsonPost http = new JsonPost(Duration.ofSeconds(1), Duration.ofSeconds(2));
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Held held;

    ContainerCredentials(Map<String, String> environment, InstantSource clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /** @param due when they are read again */
    private record Held(AwsCredentials credentials, Instant due) {}

    @Override
    public AwsCredentials get() {
        Instant now = clock.instant();
        Held known = held;
        if (known != null && now.isBefore(known.due)) {
            return known.credentials;
        }
        reading.lock();
        try {
            Held latest = held;
            return latest != null && now.isBefore(latest.due) ? latest.credentials : read(now, latest);
        } finally {
            reading.unlock();
        }
    }

    @Override
    public void renew() {
        held = null;
    }

    private AwsCredentials read(Instant now, @Nullable Held before) {
        try {
            AwsCredentials credentials = fetch();
            Instant ahead = credentials.end().equals(Instant.MAX)
                    ? Instant.MAX
                    : credentials.end().minus(AHEAD);
            Instant soon = now.plus(BETWEEN_FAILURES);
            held = new Held(credentials, ahead.isAfter(soon) ? ahead : soon);
            return credentials;
        } catch (IOException | CredentialsException failed) {
            if (before != null && now.isBefore(before.credentials.end())) {
                held = new Held(before.credentials, now.plus(BETWEEN_FAILURES));
                return before.credentials;
            }
            throw failed instanceof CredentialsException plain
                    ? plain
                    : new CredentialsException("the credentials endpoint of the container does not answer", failed);
        }
    }

    private AwsCredentials fetch() throws IOException {
        Optional<String> token = token();
        Map<String, String> headers = new HashMap<>();
        // Hours go by until the next time, or a snapshot is taken.
        headers.put("Connection", "close");
        token.ifPresent(text -> headers.put("Authorization", text));
        JsonPost.Answer answer = http.get(endpoint(), headers);
        if (answer.status() != 200) {
            throw new CredentialsException(
                    "the credentials endpoint of the container answers " + answer.status(), null);
        }
        return JsonReader.readObject(answer.text())
                .flatMap(ContainerCredentials::credentials)
                .orElseThrow(() -> new CredentialsException(
                        "the credentials endpoint of the container gives no credentials", null));
    }

    private static Optional<AwsCredentials> credentials(JsonObject found) {
        Optional<String> keyId = found.string("AccessKeyId");
        Optional<String> secretKey = found.string("SecretAccessKey");
        if (keyId.isEmpty() || secretKey.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AwsCredentials(
                keyId.get(),
                Secret.ofText(secretKey.get()),
                found.string("Token").map(Secret::ofText).orElse(null),
                found.string("Expiration").map(ContainerCredentials::end).orElse(Instant.MAX)));
    }

    private static Instant end(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException foreign) {
            throw new CredentialsException("the credentials endpoint of the container gives a date of its own", null);
        }
    }

    private URI endpoint() {
        String relative = environment.getOrDefault(RELATIVE_URI, "");
        String full = environment.getOrDefault(FULL_URI, "");
        if (relative.isEmpty() && full.isEmpty()) {
            throw new CredentialsException(
                    "there are no credentials for AWS; looked for in " + EnvironmentCredentials.KEY_ID + ", "
                            + RELATIVE_URI + " and " + FULL_URI,
                    null);
        }
        try {
            URI uri = URI.create(relative.isEmpty() ? full : ECS + relative);
            String host = uri.getHost() == null ? "" : uri.getHost();
            if ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && PLAIN.contains(host))) {
                return uri;
            }
        } catch (IllegalArgumentException foreign) {
            // said below
        }
        throw new CredentialsException(
                FULL_URI + " is neither https nor an address of the container's own services", null);
    }

    /** The file wins, because what is in it may change. */
    private Optional<String> token() throws IOException {
        String file = environment.getOrDefault(TOKEN_FILE, "");
        String token = file.isEmpty()
                ? environment.getOrDefault(TOKEN, "")
                : Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
        if (token.chars().anyMatch(Character::isISOControl)) {
            throw new CredentialsException("the authorization token of the container holds a line break", null);
        }
        return token.isEmpty() ? Optional.empty() : Optional.of(token);
    }
}
