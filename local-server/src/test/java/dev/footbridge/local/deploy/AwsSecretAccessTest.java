package dev.footbridge.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsSecretAccessTest {

    private static final String ARNS = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:";

    @ParameterizedTest
    @ValueSource(strings = {ARNS + "pepper-AbCdEf", ARNS + "pepper-??????", ARNS + "pep*", "*"})
    void anArnOfTheSecretGrantsIt(String arn) {
        assertThat(access(arn).obstacle("aws-sm", "pepper#key")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ARNS + "pepper-old-AbCdEf", ARNS + "peppers-AbCdEf", ARNS + "pepper", ARNS + "other/*"})
    void anArnOfAnotherSecretDoesNot(String arn) {
        assertThat(access(arn).obstacle("aws-sm", "pepper#key")).isPresent();
    }

    private static AwsSecretAccess access(String arns) {
        return new AwsSecretAccess(Set.of(), Map.of("SecretArns", arns));
    }
}
