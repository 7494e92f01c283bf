package dev.footbridge.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private final Map<String, String> environment = new HashMap<>();
    private final Secrets secrets = new EnvironmentSecrets(environment);

    @ParameterizedTest
    @ValueSource(strings = {"orders-api-key", "orders_api.key", "Orders-API-Key"})
    void aNameIsAVariable(String name) {
        environment.put("FOOTBRIDGE_SECRET_ORDERS_API_KEY", "k1");

        assertThat(secrets.get(name).revealText()).isEqualTo("k1");
    }

    @Test
    void theEnvironmentIsLookedAtWhenASecretIsAskedFor() {
        environment.put("FOOTBRIDGE_SECRET_KEY", "old");
        assertThat(secrets.get("key").revealText()).isEqualTo("old");

        environment.put("FOOTBRIDGE_SECRET_KEY", "new");

        assertThat(secrets.get("key").revealText()).isEqualTo("new");
    }

    @Test
    void noOtherVariableIsASecret() {
        environment.put("FOOTBRIDGE_TOKEN", "t");
        environment.put("PATH", "/bin");

        assertThat(secrets.find("FOOTBRIDGE_TOKEN")).isEmpty();
        assertThat(secrets.find("PATH")).isEmpty();
    }

    @Test
    void anEmptyVariableIsAMissingSecret() {
        environment.put("FOOTBRIDGE_SECRET_KEY", "");

        assertThat(secrets.find("key")).isEmpty();
    }

    @Test
    void aMissingSecretIsNamedWithItsPlace() {
        assertThatThrownBy(() -> secrets.get("orders-api-key"))
                .isInstanceOf(MissingSecretException.class)
                .hasMessage("there is no secret orders-api-key; looked for in the environment variable"
                        + " FOOTBRIDGE_SECRET_ORDERS_API_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a/b", "a=b", "schlüssel"})
    void aNameOfOtherCharactersIsRefused(String name) {
        assertThatThrownBy(() -> secrets.find(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aServerWithoutSecretsSaysHowToGiveItSome() {
        assertThat(Secrets.none().find("key")).isEmpty();

        assertThatThrownBy(() -> Secrets.none().get("key"))
                .isInstanceOf(MissingSecretException.class)
                .hasMessageContaining("key")
                .hasMessageContaining("McpServer.Builder.secrets");
    }

    @Test
    void givenSecretsAreFoundByName() {
        Secrets given = Secrets.of(Map.of("key", Secret.ofText("k1")));

        assertThat(given.get("key").revealText()).isEqualTo("k1");
        assertThat(given.find("other")).isEmpty();
        assertThat(given.toString()).doesNotContain("k1");
    }
}
