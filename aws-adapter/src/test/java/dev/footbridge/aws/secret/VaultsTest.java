package dev.footbridge.aws.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.footbridge.aws.sigv4.AwsAccount;
import dev.footbridge.aws.sigv4.AwsPatience;
import dev.footbridge.aws.sigv4.AwsServiceName;
import dev.footbridge.json.JsonObject;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.secret.SecretSourceException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against moto, which verification/aws-stores starts. */
final class VaultsTest {

    private final String name = "footbridge/" + UUID.randomUUID();
    private AwsAccount account;

    @BeforeEach
    void findMoto() {
        String address = System.getProperty("footbridge.aws.moto", "");
        assumeTrue(!address.isEmpty(), "footbridge.aws.moto is not set");
        account = account(address);
    }

    private static AwsAccount account(String address) {
        return new AwsAccount(
                Map.of(
                        "AWS_REGION", "eu-central-1",
                        "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                        "AWS_SECRET_ACCESS_KEY", "a key for tests",
                        "AWS_ENDPOINT_URL", address),
                InstantSource.system());
    }

    @Test
    void aSecretIsReadByItsName() {
        make(AwsServiceName.SECRETS_MANAGER, "CreateSecret", "Name", name, "SecretString", "s€cret");

        assertThat(new SecretsManagerSource(account).read(name).revealText()).isEqualTo("s€cret");
    }

    @Test
    void aSecretOfBytesIsReadAsTheyAre() {
        make(AwsServiceName.SECRETS_MANAGER, "CreateSecret", "Name", name, "SecretBinary", "AAH/");

        assertThat(new SecretsManagerSource(account).read(name).reveal()).containsExactly(0, 1, 255);
    }

    @Test
    void oneMemberOfASecretCanBeMeant() {
        make(AwsServiceName.SECRETS_MANAGER, "CreateSecret", "Name", name, "SecretString", "{\"password\":\"hidden\"}");
        SecretsManagerSource source = new SecretsManagerSource(account);

        assertThat(source.read(name + "#password").revealText()).isEqualTo("hidden");
        assertThatThrownBy(() -> source.read(name + "#other"))
                .isInstanceOf(SecretSourceException.class)
                .hasMessageContaining(name + "#other")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void aParameterIsReadDecrypted() {
        JsonObject parameter = JsonObject.builder()
                .put("Name", "/" + name)
                .put("Value", "s€cret")
                .put("Type", "SecureString")
                .put("Overwrite", true)
                .build();
        assertThat(account.service(AwsServiceName.SSM, AwsPatience.USUAL)
                        .call("PutParameter", parameter)
                        .isDone())
                .isTrue();

        assertThat(new ParameterStoreSource(account).read("/" + name).revealText())
                .isEqualTo("s€cret");
    }

    @Test
    void whatIsNotThereIsSaidByItsReference() {
        assertThatThrownBy(() -> new SecretsManagerSource(account).read(name))
                .isInstanceOf(SecretSourceException.class)
                .hasMessageContaining("aws-sm:" + name)
                .hasMessageContaining("ResourceNotFoundException");
        assertThatThrownBy(() -> new ParameterStoreSource(account).read("/" + name))
                .isInstanceOf(SecretSourceException.class)
                .hasMessageContaining("aws-ssm:/" + name)
                .hasMessageContaining("ParameterNotFound");
    }

    @Test
    void aReferenceOfTheSettingsIsHeld() {
        make(AwsServiceName.SECRETS_MANAGER, "CreateSecret", "Name", name, "SecretString", "held");
        SecretReferences references = new SecretReferences(
                List.of(new SecretsManagerSource(account), new ParameterStoreSource(account)),
                InstantSource.system(),
                trouble -> {});

        assertThat(references.find("aws-sm:" + name).get().revealText()).isEqualTo("held");
    }

    private void make(AwsServiceName service, String operation, String one, String first, String other, String second) {
        JsonObject request =
                JsonObject.builder().put(one, first).put(other, second).build();
        assertThat(account.service(service, AwsPatience.USUAL)
                        .call(operation, request)
                        .isDone())
                .isTrue();
    }
}
