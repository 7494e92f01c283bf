package dev.footbridge.azure.table;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.footbridge.azure.identity.FakeIdentity;
import dev.footbridge.azure.storage.StorageAccount;
import dev.footbridge.azure.storage.StorageAnswer;
import dev.footbridge.azure.storage.StorageCall;
import dev.footbridge.azure.storage.StoragePatience;
import dev.footbridge.azure.storage.TableService;
import dev.footbridge.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What stands in for Azure where it runs: verification/azure-stores starts them and says where they are. */
enum Emulator {
    /** Over plain HTTP, with the key that all emulators have. */
    AZURITE_KEY("footbridge.azure.azurite"),
    /** Over TLS, with tokens of a managed identity. */
    AZURITE_TOKEN("footbridge.azure.azurite-oauth");

    /** For tests of the store, whose emulators share two slow processors with them. */
    private static final StoragePatience PATIENCE = new StoragePatience(Duration.ofSeconds(10), Duration.ofSeconds(25));

    private static final String TENANT = "11111111-2222-3333-4444-555555555555";

    private final String property;

    Emulator(String property) {
        this.property = property;
    }

    String address() {
        String address = System.getProperty(property, "");
        assumeTrue(!address.isEmpty(), property + " is not set");
        return address;
    }

    TableService tables() {
        return account().tables(PATIENCE);
    }

    private StorageAccount account() {
        return this == AZURITE_KEY ? withKey(address()) : withToken(address(), token(StorageAccount.AUDIENCE));
    }

    /** The published key of every emulator. */
    static StorageAccount withKey(String address) {
        String text = "AccountName=devstoreaccount1;AccountKey="
                + "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;TableEndpoint="
                + address;
        return StorageAccount.of(Map.of("AzureWebJobsStorage", text), StorageAccount.USUAL, InstantSource.system());
    }

    /** Any identity endpoint that gives this token; it lives until the end of the tests. */
    static StorageAccount withToken(String address, String token) {
        trust();
        FakeIdentity identity = new FakeIdentity(() -> token, InstantSource.system());
        Map<String, String> environment = Map.of(
                "AzureWebJobsStorage__tableServiceUri",
                address,
                "AzureWebJobsStorage__credential",
                "managedidentity",
                "IDENTITY_ENDPOINT",
                identity.address(),
                "IDENTITY_HEADER",
                FakeIdentity.HEADER);
        return StorageAccount.of(environment, StorageAccount.USUAL, InstantSource.system());
    }

    /** As Entra makes them, with no signature: the emulator looks at the claims alone. */
    static String token(String audience) {
        long now = Instant.now().getEpochSecond();
        String claims = "{\"aud\":\"" + audience + "\",\"iss\":\"https://sts.windows.net/" + TENANT + "/\",\"iat\":"
                + (now - 60) + ",\"nbf\":" + (now - 60) + ",\"exp\":" + (now + 3600) + ",\"tid\":\"" + TENANT + "\"}";
        return part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + part(claims) + "." + part("none");
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** From now on this machine's Java takes the certificate that was made for the emulator. */
    private static void trust() {
        String file = System.getProperty("footbridge.azure.trust", "");
        if (file.isEmpty()) {
            return;
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, "of-tests".toCharArray());
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            HttpsURLConnection.setDefaultSSLSocketFactory(context.getSocketFactory());
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException(file, unusable);
        }
    }

    /** A table with nothing in it; emulators are not asked to forget one. */
    String newTable() {
        return newTable(tables());
    }

    static String newTable(TableService tables) {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        StorageAnswer made = tables.call(StorageCall.insert("Tables", JsonObject.of("TableName", name)));
        if (!made.isDone()) {
            throw new IllegalStateException(made.error() + ": " + made.message());
        }
        return name;
    }

    TableStateStore newStore(InstantSource time) {
        return new TableStateStore(tables(), newTable(), time);
    }
}
