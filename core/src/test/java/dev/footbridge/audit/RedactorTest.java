package dev.footbridge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactorTest {

    private static String redacted(String name) {
        return JsonWriter.text(Redactor.redacted(JsonObject.of(name, "value")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"password", "userPassword", "mytoken", "api-key", "pin", "card_cvv", "otp", "Cookie", "ssn"})
    void whatHasTheNameOfASecretIsTakenOut(String name) {
        assertThat(redacted(name)).doesNotContain("value");
    }

    @Test
    void wordsThatOnlyHoldSuchANameStay() {
        assertThat(redacted("shipping")).contains("value");
    }
}
