package dev.footbridge.azure.storage;

import dev.footbridge.azure.rest.Rest;
import dev.footbridge.azure.rest.RestAnswer;
import dev.footbridge.azure.rest.RestRequest;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Table storage of one account, by JSON over {@code HttpURLConnection}: a small part of the classes that its SDK loads
 * (ADR 0015). A request that is not answered, is throttled or shows a token that is not taken is sent once more, within
 * the time given; so everything sent must bear to be carried out twice. Making it connects to nothing. Thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api">the operations</a>
 */
public final class TableService {

    /** Of Entra tokens for tables. */
    private static final String VERSION = "2020-12-06";

    private static final Set<String> BUSY = Set.of("ServerBusy", "OperationTimedOut", "InternalError");
    private static final Set<String> UNKNOWN =
            Set.of("AuthenticationFailed", "InvalidAuthenticationInfo", "NoAuthenticationInformation");
    private static final long PAUSE_NANOS = 50_000_000;

    private final StorageAccount account;
    private final StoragePatience patience;

    TableService(StorageAccount account, StoragePatience patience) {
        this.account = account;
        this.patience = patience;
    }

    /**
     * Does what is asked.
     *
     * @throws StorageException if there was no answer, or only that of a service with too much to do
     * @throws dev.footbridge.azure.identity.IdentityException if there is no token to show
     */
    public StorageAnswer call(StorageCall call) {
        long end = System.nanoTime() + patience.whole().toNanos();
        Attempt attempt = attempt(call, patience.whole());
        if (attempt.isVain()) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE_NANOS / 2, PAUSE_NANOS));
            Duration left = Duration.ofNanos(end - System.nanoTime());
            attempt = left.toMillis() > 0 ? attempt(call, left) : attempt;
        }
        if (attempt.isVain() && !UNKNOWN.contains(attempt.answer().error())) {
            throw new StorageException(silence(attempt), attempt.cause());
        }
        return attempt.answer();
    }

    /** What an error of the service means to the operator. */
    public String advice(StorageAnswer refused) {
        return switch (refused.error()) {
            case "TableNotFound" ->
                "it is not in the account at " + host() + "; deploy it, or correct its name or " + account.setting();
            case "AuthorizationPermissionMismatch", "AuthorizationFailure", "InsufficientAccountPermissions" ->
                account.authorization().lack();
            case "KeyBasedAuthenticationNotPermitted" ->
                "the account takes no keys; set " + StorageAccount.USUAL
                        + "__tableServiceUri in place of a connection string";
            case "AccountIsDisabled", "AccountBeingCreated" -> "the account at " + host() + " is not in use";
            default ->
                UNKNOWN.contains(refused.error())
                        ? account.authorization().doubt()
                        : refused.error() + ": " + refused.message();
        };
    }

    private String silence(Attempt vain) {
        if (vain.cause() instanceof UnknownHostException) {
            return "there is no storage account at " + host() + "; correct " + account.setting();
        }
        return "Table storage at " + host() + " does not answer: "
                + vain.answer().error();
    }

    private String host() {
        return account.endpoint().getHost();
    }

    private Attempt attempt(StorageCall call, Duration left) {
        Duration step = left.compareTo(patience.step()) < 0 ? left : patience.step();
        try {
            RestAnswer answer = new Rest(step, left).send(request(call));
            StorageAnswer read = read(answer);
            boolean vain = BUSY.contains(read.error())
                    || answer.status() == 429
                    || answer.status() >= 500
                    || (UNKNOWN.contains(read.error())
                            && account.authorization().renew());
            return new Attempt(read, vain, null);
        } catch (IOException unanswered) {
            return new Attempt(new StorageAnswer(0, unanswered.toString(), "", "", JsonObject.EMPTY), true, unanswered);
        }
    }

    private RestRequest request(StorageCall call) {
        String query = call.query().isEmpty() ? "" : "?" + call.query();
        URI uri = URI.create(account.endpoint() + "/" + call.path() + query);
        String date = HttpDate.of(account.clock().instant());
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", "application/json;odata=minimalmetadata");
        headers.put("Authorization", account.authorization().header(uri, date));
        headers.put("DataServiceVersion", "3.0;NetFx");
        headers.put("x-ms-date", date);
        headers.put("x-ms-version", VERSION);
        if (!call.match().isEmpty()) {
            headers.put("If-Match", call.match());
        }
        JsonObject body = call.body();
        if (body == null) {
            return new RestRequest(call.method(), uri, headers, new byte[0]);
        }
        headers.put("Content-Type", "application/json");
        headers.put("Prefer", "return-no-content");
        return new RestRequest(call.method(), uri, headers, JsonWriter.bytes(body));
    }

    private static StorageAnswer read(RestAnswer answer) {
        JsonObject body = JsonReader.readObject(answer.text()).orElse(JsonObject.EMPTY);
        boolean whole = answer.status() != 200 || !body.isEmpty();
        String error = answer.status() / 100 == 2 && whole ? "" : error(answer, body);
        return new StorageAnswer(answer.status(), error, answer.header("ETag"), next(answer), body);
    }

    private static String error(RestAnswer answer, JsonObject body) {
        Optional<String> code = body.object("odata.error").flatMap(found -> found.string("code"));
        String header = answer.header("x-ms-error-code");
        return code.orElse(header.isEmpty() ? "status " + answer.status() : header);
    }

    private static String next(RestAnswer answer) {
        String partition = answer.header("x-ms-continuation-NextPartitionKey");
        String row = answer.header("x-ms-continuation-NextRowKey");
        if (partition.isEmpty()) {
            return "";
        }
        String from = "NextPartitionKey=" + URLEncoder.encode(partition, StandardCharsets.UTF_8);
        return row.isEmpty() ? from : from + "&NextRowKey=" + URLEncoder.encode(row, StandardCharsets.UTF_8);
    }

    /** @param isVain true if the same request may do better */
    private record Attempt(
            StorageAnswer answer, boolean isVain, @Nullable IOException cause) {}
}
