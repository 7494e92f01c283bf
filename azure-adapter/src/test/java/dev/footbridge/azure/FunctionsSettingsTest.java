package dev.footbridge.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.azure.FunctionsSettings.Auth;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** App settings: whatever is missing or does not go together is named. */
final class FunctionsSettingsTest {

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "FOOTBRIDGE_AUTH", "settings",
            "FOOTBRIDGE_SETTINGS", "footbridge.yaml",
            "FOOTBRIDGE_SEALING_KEYS", "azure-kv:sealing-key",
            "FOOTBRIDGE_KEY_VAULT", "https://kv.vault.azure.net",
            "WEBSITE_HOSTNAME", "app.azurewebsites.net"));

    @Test
    void theUrlIsThePlatformsNameUnlessAnotherIsSaid() {
        assertThat(read().publicUrl()).isEqualTo("https://app.azurewebsites.net/mcp");

        environment.put("FOOTBRIDGE_PUBLIC_URL", "https://mcp.example.com/mcp");

        assertThat(read().publicUrl()).isEqualTo("https://mcp.example.com/mcp");
    }

    @Test
    void withoutAnyNameItDoesNotStart() {
        environment.remove("WEBSITE_HOSTNAME");

        refused("FOOTBRIDGE_PUBLIC_URL", "WEBSITE_HOSTNAME");
    }

    @ParameterizedTest
    @CsvSource({"''", "none", "anonymous", "function", "iam", "ENTRA"})
    void thereIsNoWayToLetEverybodyIn(String auth) {
        environment.put("FOOTBRIDGE_AUTH", auth);

        refused("FOOTBRIDGE_AUTH", "entra, easy-auth or settings");
    }

    @Test
    void withoutASealingKeyItDoesNotStart() {
        environment.remove("FOOTBRIDGE_SEALING_KEYS");

        refused("FOOTBRIDGE_SEALING_KEYS", "azure-kv:NAME");
    }

    @Test
    void aNameInAVaultNeedsTheVault() {
        environment.remove("FOOTBRIDGE_KEY_VAULT");
        refused("FOOTBRIDGE_SEALING_KEYS", "FOOTBRIDGE_KEY_VAULT");

        environment.put("FOOTBRIDGE_SEALING_KEYS", "azure-kv:https://kv.vault.azure.net/secrets/sealing-key");
        assertThat(read().sealingKeys()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "FOOTBRIDGE_PUBLIC_URL, mcp.example.com/mcp",
        "FOOTBRIDGE_ALLOWED_ORIGINS, *",
        "FOOTBRIDGE_ALLOWED_ORIGINS, https://a.example/"
    })
    void whatCannotBeIsNamed(String name, String value) {
        environment.put(name, value);

        refused(name);
    }

    @Test
    void settingsNeedAFile() {
        environment.remove("FOOTBRIDGE_SETTINGS");

        refused("FOOTBRIDGE_AUTH=settings needs SETTINGS");
    }

    @Test
    void entraNeedsToKnowWhoseTokensAndForWhom() {
        environment.put("FOOTBRIDGE_AUTH", "entra");
        refused("ENTRA_TENANTS", "ENTRA_AUDIENCES");

        environment.put("FOOTBRIDGE_ENTRA_TENANTS", "72f988bf-86f1-41af-91ab-2d7cd011db47");
        refused("ENTRA_AUDIENCES");

        environment.put("FOOTBRIDGE_ENTRA_AUDIENCES", "api://mcp");
        assertThat(read().auth()).isEqualTo(Auth.ENTRA);
    }

    @Test
    void aTenantThatIsNoneIsNamed() {
        environment.put("FOOTBRIDGE_AUTH", "entra");
        environment.put("FOOTBRIDGE_ENTRA_TENANTS", "contoso");
        environment.put("FOOTBRIDGE_ENTRA_AUDIENCES", "api://mcp");

        refused("FOOTBRIDGE_ENTRA_TENANTS");
    }

    @ParameterizedTest
    @CsvSource({"''", "False", "0"})
    void easyAuthIsBelievedOnlyIfThePlatformSaysThatItIsOn(String enabled) {
        environment.put("FOOTBRIDGE_AUTH", "easy-auth");
        environment.put("WEBSITE_AUTH_ENABLED", enabled);
        refused("FOOTBRIDGE_AUTH=easy-auth", "WEBSITE_AUTH_ENABLED");

        environment.put("WEBSITE_AUTH_ENABLED", "True");
        assertThat(read().auth()).isEqualTo(Auth.EASY_AUTH);
    }

    @ParameterizedTest
    @CsvSource({"-1", "10", "one", "٣"})
    void proxiesAreAFew(String proxies) {
        environment.put("FOOTBRIDGE_PROXIES", proxies);

        refused("FOOTBRIDGE_PROXIES");
    }

    private FunctionsSettings read() {
        return FunctionsSettings.of(environment);
    }

    private void refused(String... words) {
        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(words);
    }
}
