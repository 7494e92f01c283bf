package dev.footbridge.azure.secret;

import dev.footbridge.azure.identity.IdentityException;
import dev.footbridge.azure.identity.ManagedIdentity;
import dev.footbridge.azure.identity.TokenSource;
import dev.footbridge.azure.rest.Rest;
import dev.footbridge.azure.rest.RestAnswer;
import dev.footbridge.azure.rest.RestRequest;
import dev.footbridge.json.JsonReader;
import dev.footbridge.secret.Secret;
import dev.footbridge.secret.SecretSource;
import dev.footbridge.secret.SecretSourceException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Secrets of Azure Key Vault: {@code azure-kv:NAME} and {@code azure-kv:NAME/VERSION} in the vault that
 * {@code FOOTBRIDGE_KEY_VAULT} names, and the whole address of a secret after the colon for another vault. The managed
 * identity needs the role Key Vault Secrets User. What a vault says about where tokens come from is not followed.
 * Thread-safe; making it connects to nothing.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret">the operation</a>
 */
public final class KeyVaultSource implements SecretSource {

    /** Names the vault. */
    public static final String VAULT = "FOOTBRIDGE_KEY_VAULT";

    /** Names the identity, where it is a user-assigned one. */
    public static final String CLIENT_ID = "FOOTBRIDGE_IDENTITY_CLIENT_ID";

    private static final String VERSION = "7.4";
    private static final long PAUSE_NANOS = 200_000_000;

    private final Map<String, String> environment;
    private final InstantSource clock;
    private final Map<String, TokenSource> identities = new ConcurrentHashMap<>();
    private final Rest http = new Rest(Duration.ofSeconds(2), Duration.ofSeconds(3));

    public KeyVaultSource(Map<String, String> environment, InstantSource clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public String scheme() {
        return "azure-kv";
    }

    @Override
    public Secret read(String place) {
        try {
            VaultPlace found = VaultPlace.of(place, environment.getOrDefault(VAULT, ""));
            return value(found);
        } catch (IllegalArgumentException | IdentityException wrong) {
            throw unreadable(place, String.valueOf(wrong.getMessage()), wrong);
        } catch (UnknownHostException nowhere) {
            throw unreadable(place, "there is no vault of that name; correct it, or " + VAULT, nowhere);
        } catch (IOException unanswered) {
            throw unreadable(place, "the vault does not answer", unanswered);
        }
    }

    private Secret value(VaultPlace place) throws IOException {
        RestAnswer answer = answered(place);
        if (answer.status() != 200) {
            throw new IllegalArgumentException(VaultRefusal.of(answer));
        }
        return JsonReader.readObject(answer.text())
                .flatMap(found -> found.string("value"))
                .map(Secret::ofText)
                .orElseThrow(() -> new IllegalArgumentException("it has no value"));
    }

    private RestAnswer answered(VaultPlace place) throws IOException {
        TokenSource identity = identities.computeIfAbsent(place.audience(), this::identity);
        RestAnswer answer = http.send(request(place, identity));
        if (answer.status() == 401) {
            identity.renew();
            return http.send(request(place, identity));
        }
        if (answer.status() == 429 || answer.status() >= 500) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE_NANOS / 2, PAUSE_NANOS));
            return http.send(request(place, identity));
        }
        return answer;
    }

    private TokenSource identity(String audience) {
        return new ManagedIdentity(environment, audience, environment.getOrDefault(CLIENT_ID, ""), clock);
    }

    private static RestRequest request(VaultPlace place, TokenSource identity) {
        Map<String, String> headers =
                Map.of("Authorization", "Bearer " + identity.get().revealText(), "Accept", "application/json");
        return new RestRequest("GET", place.address(VERSION), headers, new byte[0]);
    }

    private static SecretSourceException unreadable(String place, String why, Exception cause) {
        return new SecretSourceException("azure-kv:" + place + " cannot be read: " + why, cause);
    }
}
