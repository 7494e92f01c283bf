package dev.footbridge.aws.sigv4;

import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One service of AWS, by signed JSON over {@code HttpURLConnection}: a tenth of the classes that its SDK loads (ADR
 * 0014). A request that is not answered, is throttled or meets expired credentials is sent once more, within the time
 * given; so everything sent must bear to be carried out twice. Making it reads nothing and connects to nothing.
 * Thread-safe.
 */
public final class AwsService {

    private static final Set<String> THROTTLED = Set.of(
            "ProvisionedThroughputExceededException",
            "RequestLimitExceeded",
            "ThrottlingException",
            "Throttling",
            "TooManyRequestsException");
    private static final Set<String> STALE = Set.of("ExpiredTokenException", "ExpiredToken", "RequestExpired");
    private static final long PAUSE_NANOS = 50_000_000;

    private final AwsServiceName name;
    private final AwsAccount account;
    private final AwsPatience patience;

    AwsService(AwsServiceName name, AwsAccount account, AwsPatience patience) {
        this.name = name;
        this.account = account;
        this.patience = patience;
    }

    /**
     * Does what the operation says.
     *
     * @throws AwsException if there was no answer, or only that of a service with too much to do
     * @throws CredentialsException if there is nothing to sign with
     */
    public AwsAnswer call(String operation, JsonObject request) {
        byte[] body = JsonWriter.bytes(request);
        long end = System.nanoTime() + patience.whole().toNanos();
        Attempt attempt = attempt(operation, body, patience.whole());
        if (attempt.isVain() && end - System.nanoTime() > PAUSE_NANOS) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE_NANOS / 2, PAUSE_NANOS));
            Duration left = Duration.ofNanos(end - System.nanoTime());
            attempt = left.toMillis() > 0 ? attempt(operation, body, left) : attempt;
        }
        if (attempt.isVain()) {
            throw new AwsException(
                    name.host() + " in " + account.region() + " does not answer " + operation + ": "
                            + attempt.answer().error(),
                    attempt.cause());
        }
        return attempt.answer();
    }

    private Attempt attempt(String operation, byte[] body, Duration left) {
        Duration step = left.compareTo(patience.step()) < 0 ? left : patience.step();
        try {
            Attempt attempt = read(send(operation, body, new JsonPost(step, left)));
            if (STALE.contains(attempt.answer().error())) {
                account.credentials().renew();
            }
            return attempt;
        } catch (IOException unanswered) {
            return new Attempt(new AwsAnswer(unanswered.toString(), JsonObject.EMPTY), true, unanswered);
        }
    }

    private JsonPost.Answer send(String operation, byte[] body, JsonPost http) throws IOException {
        URI endpoint = account.endpoint(name);
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", name.contentType());
        headers.put("X-Amz-Target", name.target() + "." + operation);
        AwsCredentials credentials = account.credentials().get();
        headers.putAll(new SigV4Signer(account.region(), name.host())
                .sign(
                        "POST",
                        endpoint,
                        headers,
                        body,
                        credentials,
                        account.clock().instant()));
        if (!account.lasting()) {
            headers.put("Connection", "close");
        }
        return http.post(endpoint, headers, body);
    }

    private static Attempt read(JsonPost.Answer answer) {
        Optional<JsonObject> body = JsonReader.readObject(answer.text());
        if (answer.status() == 200 && body.isPresent()) {
            return new Attempt(new AwsAnswer("", body.get()), false, null);
        }
        String error = body.flatMap(found -> found.string("__type")).orElse("status " + answer.status());
        error = error.substring(error.indexOf('#') + 1);
        boolean vain = answer.status() >= 500 || THROTTLED.contains(error) || STALE.contains(error);
        return new Attempt(new AwsAnswer(error, body.orElse(JsonObject.EMPTY)), vain, null);
    }

    /** @param isVain true if the same request may do better */
    private record Attempt(
            AwsAnswer answer, boolean isVain, @Nullable IOException cause) {}
}
