package dev.footbridge.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretReferencesTest {

    private final List<String> troubles = new ArrayList<>();
    private final Vault vault = new Vault();
    private Instant now = Instant.parse("2026-07-28T12:00:00Z");

    private final SecretReferences references = new SecretReferences(
            List.of(vault, new VariableSource(Map.of("TOKEN", "hunter2", "EMPTY", ""))), () -> now, troubles::add);

    @Test
    void aVariableIsFoundByItsName() {
        HeldSecret token = references.find("env:TOKEN");

        assertThat(token.get().revealText()).isEqualTo("hunter2");
        assertThat(token).hasToString("env:TOKEN");
        assertThatThrownBy(() -> references.find("env:EMPTY").get())
                .isInstanceOf(SecretSourceException.class)
                .hasMessage("the environment variable EMPTY is not set");
    }

    @Test
    void aSecretIsReadWhenItIsNeededAndThenHeld() {
        HeldSecret held = references.find("aws-sm:crm");
        assertThat(vault.reads).isZero();

        held.get();
        now = now.plus(Duration.ofMinutes(9));
        held.get();

        assertThat(vault.reads).isOne();
    }

    @Test
    void itIsReadAgainAfterAWhile() {
        HeldSecret held = references.find("aws-sm:crm");
        held.get();
        vault.value = "new";

        now = now.plus(Duration.ofMinutes(10));

        assertThat(held.get().revealText()).isEqualTo("new");
    }

    @Test
    void whatIsHeldGoesOnForAnHourWhileItsSourceDoesNotAnswer() {
        HeldSecret held = references.find("aws-sm:crm");
        held.get();
        vault.value = "";

        now = now.plus(Duration.ofMinutes(69));
        assertThat(held.get().revealText()).isEqualTo("old");
        held.get();
        assertThat(vault.reads).as("a failure is not repeated at once").isEqualTo(2);
        assertThat(troubles).singleElement().asString().contains("aws-sm:crm").doesNotContain("old");

        now = now.plus(Duration.ofMinutes(1));
        assertThatThrownBy(held::get).isInstanceOf(SecretSourceException.class).hasMessage("no answer about crm");
    }

    @Test
    void aSourceThatIsNotThereIsNamed() {
        assertThat(references.isReference("azure-kv:vault/crm")).isTrue();
        assertThatThrownBy(() -> references.find("azure-kv:vault/crm"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("refers to azure-kv, which this server cannot read; it knows aws-sm, env");
        assertThatThrownBy(() -> references.find("file:/run/secrets/crm"))
                .hasMessage("refers to file, which this server cannot read; it knows aws-sm, env");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "hunter:2", "env:", "", ":", "env:A B", "ENV:TOKEN"})
    void whatIsNoReferenceMayBeASecretAndIsNotQuoted(String text) {
        assertThat(references.isReference(text)).isFalse();
        assertThatThrownBy(() -> references.find(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is no reference to a secret, such as env:NAME; it knows aws-sm, env");
    }

    @Test
    void toolsFindNamedSecretsAndOthers() {
        Secrets secrets = new NamedSecrets(
                Map.of("crm", references.find("aws-sm:crm")), Secrets.of(Map.of("other", Secret.ofText("x"))));

        assertThat(secrets.get("crm").revealText()).isEqualTo("old");
        assertThat(secrets.get("other").revealText()).isEqualTo("x");
        assertThat(secrets.find("third")).isEmpty();
        assertThat(secrets.place("crm")).isEqualTo("aws-sm:crm");
        assertThat(secrets.toString()).contains("aws-sm:crm").doesNotContain("old");
    }

    /** What an adapter would bring. */
    private static final class Vault implements SecretSource {
        private String value = "old";
        private int reads;

        @Override
        public String scheme() {
            return "aws-sm";
        }

        @Override
        public Secret read(String place) {
            reads++;
            if (value.isEmpty()) {
                throw new SecretSourceException("no answer about " + place, null);
            }
            return Secret.ofText(value);
        }
    }
}
