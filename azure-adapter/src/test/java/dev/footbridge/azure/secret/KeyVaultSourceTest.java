package dev.footbridge.azure.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.azure.identity.FakeIdentity;
import dev.footbridge.azure.secret.FakeVault.Fault;
import dev.footbridge.log.Log;
import dev.footbridge.secret.HeldSecret;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.secret.SecretSourceException;
import dev.footbridge.testkit.TestClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyVaultSourceTest {

    private static final String VERSION = "d9f2f96f120d4537ba7d82fecd913043";

    private final TestClock clock = TestClock.fixed();
    private final FakeVault vault = new FakeVault();
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
    private final FakeIdentity identity = new FakeIdentity(() -> tokens.isEmpty() ? "good" : tokens.remove(), clock);
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void name() {
        environment.put("IDENTITY_ENDPOINT", identity.address());
        environment.put("IDENTITY_HEADER", FakeIdentity.HEADER);
        environment.put(KeyVaultSource.VAULT, vault.address());
        vault.secrets.put("/secrets/seal-1", "s€cret");
        vault.secrets.put("/secrets/seal-1/" + VERSION, "older");
    }

    @AfterEach
    void close() {
        vault.close();
        identity.close();
    }

    @Test
    void aSecretIsReadByItsName() {
        assertThat(read("seal-1")).isEqualTo("s€cret");
        assertThat(vault.asked).containsExactly("GET /secrets/seal-1?api-version=7.4");
        assertThat(identity.queries()).containsExactly("api-version=2019-08-01&resource=https%3A%2F%2Fvault.azure.net");
    }

    @Test
    void oneVersionCanBeMeant() {
        assertThat(read("seal-1/" + VERSION)).isEqualTo("older");
    }

    @Test
    void anotherVaultCanBeMeant() {
        environment.remove(KeyVaultSource.VAULT);

        assertThat(read(vault.address() + "/secrets/seal-1")).isEqualTo("s€cret");
        assertThat(read(vault.address() + "/secrets/seal-1/" + VERSION)).isEqualTo("older");
    }

    @Test
    void theIdentityIsTheOneThatIsNamed() {
        environment.put(KeyVaultSource.CLIENT_ID, "id1");
        read("seal-1");

        assertThat(identity.queries().get(0)).endsWith("&client_id=id1");
    }

    @Test
    void aReferenceIsHeldAndATokenIsReadOnce() {
        SecretReferences references = AzureSecrets.references(environment, clock, Log.none());

        assertThat(references.find("azure-kv:seal-1").get().revealText()).isEqualTo("s€cret");
        assertThat(references.find("azure-kv:seal-1/" + VERSION).get().revealText())
                .isEqualTo("older");
        environment.put("HERE", "there");
        assertThat(references.find("env:HERE").get().revealText()).isEqualTo("there");
        assertThat(identity.queries()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aMomentOfTroubleIsNotTold(int status) {
        vault.faults.add(new Fault(status, ""));

        assertThat(read("seal-1")).isEqualTo("s€cret");
        assertThat(vault.asked).hasSize(2);
    }

    @Test
    void aTokenThatIsNotTakenIsReadAnewOnce() {
        tokens.add("stale");
        assertThat(read("seal-1")).isEqualTo("s€cret");
        assertThat(identity.queries()).hasSize(2);
    }

    @Test
    void whatTheVaultSaysOfTokensIsNotFollowed() {
        tokens.add("foreign");
        tokens.add("foreign");

        refused("seal-1", "same Entra tenant");
        assertThat(vault.asked).hasSize(2).noneMatch(asked -> asked.contains("elsewhere"));
        assertThat(identity.queries()).allMatch(query -> query.endsWith("resource=https%3A%2F%2Fvault.azure.net"));
    }

    @ParameterizedTest
    @CsvSource({
        "403, ForbiddenByRbac, Key Vault Secrets User",
        "403, AccessDenied, access policies",
        "403, ForbiddenByFirewall, network rules",
        "403, SecretDisabled, it is disabled",
        "404, SecretNotFound, no such secret",
        "400, BadParameter, answers 400",
        "302, '', answers 302"
    })
    void eachRefusalSaysWhatToDo(int status, String code, String what) {
        vault.faults.add(new Fault(status, code));

        refused("seal-1", what);
    }

    @Test
    void aVaultThatStaysBusyIsTold() {
        vault.faults.add(new Fault(429, "Throttled"));
        vault.faults.add(new Fault(429, "Throttled"));
        refused("seal-1", "asked too often");
        vault.faults.add(new Fault(503, ""));
        vault.faults.add(new Fault(503, ""));
        refused("seal-1", "answers 503");
    }

    @Test
    void whatIsNotThereIsSaidByItsReference() {
        refused("other", "no such secret");
        environment.remove("IDENTITY_ENDPOINT");
        refused("seal-1", "IDENTITY_ENDPOINT");
        vault.close();
        environment.put("IDENTITY_ENDPOINT", identity.address());
        refused("seal-1", "does not answer");
        environment.remove(KeyVaultSource.VAULT);
        refused("seal-1", "FOOTBRIDGE_KEY_VAULT is not set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a_b",
                "a/b/c",
                "../keys/a",
                "a?x",
                "http://vault.example.com/secrets/a",
                "https://vault.example.com/keys/a",
                "https://u@vault.example.com/secrets/a",
                "https://vault.example.com/secrets/a?x",
                "https://vault.example.com/secrets/../keys/a"
            })
    void aPlaceIsANameOrAnAddressThatIsSafe(String place) {
        assertThatThrownBy(() -> read(place))
                .isInstanceOf(SecretSourceException.class)
                .hasMessageStartingWith("azure-kv:" + place + " cannot be read: ");
        assertThat(identity.queries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://kv-x.vault.azure.net, https://vault.azure.net",
        "https://kv-x.vault.azure.net/, https://vault.azure.net",
        "https://kv-x.vault.usgovcloudapi.net, https://vault.usgovcloudapi.net",
        "https://kv-x.vault.azure.cn, https://vault.azure.cn",
        "https://evil.example.com, https://example.com"
    })
    void aTokenIsForTheVaultsOfItsCloudAndForNobodyElse(String address, String audience) {
        assertThat(VaultPlace.of("a", address).audience()).isEqualTo(audience);
    }

    @Test
    void aSecretThatIsHeldIsReadAgainWhenItIsOld() {
        SecretReferences references = AzureSecrets.references(environment, clock, Log.none());
        HeldSecret held = references.find("azure-kv:seal-1");
        held.get();
        vault.secrets.put("/secrets/seal-1", "rotated");
        clock.advance(Duration.ofMinutes(11));

        assertThat(held.get().revealText()).isEqualTo("rotated");
    }

    private String read(String place) {
        return new KeyVaultSource(environment, clock).read(place).revealText();
    }

    private void refused(String place, String what) {
        assertThatThrownBy(() -> read(place))
                .isInstanceOf(SecretSourceException.class)
                .hasMessageStartingWith("azure-kv:" + place + " cannot be read: ")
                .hasMessageContaining(what)
                .hasMessageNotContaining("s€cret")
                .hasMessageNotContaining("\n");
    }
}
