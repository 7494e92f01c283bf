package dev.footbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.footbridge.audit.AuditSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {

    private static final String FILE = """
            version: 1
            policy:
              mode: enforce
              callers:
                bots: { client: [app-7] }
              rules:
                - id: read
                  allow: [bots]
                  tools: ["kb.*", find_order]
                  when:
                    - { arg: /amount, lte: 10.5 }
            audit:
              arguments: redacted
            """;

    @Test
    void aFileIsReadIntoItsParts() throws Exception {
        Settings settings = Settings.of(FILE);

        assertThat(settings.policy()).isPresent();
        assertThat(settings.audit()).isEqualTo(new AuditSettings(AuditSettings.Detail.REDACTED, false));
        assertThat(settings.strangers(List.of("other")))
                .containsExactly("/policy names a tool that is not offered: find_order");
        assertThat(settings.strangers(List.of("find_order"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'version: 2'|/version must be 1",
                "'policy: {}'|/version must be 1",
                "'version: 1\npolice: {}'|/police is not known here",
                "'version: 1\npolicy: deny'|/policy must be a mapping",
                "'version: 1\npolicy: {mode: off}'|/policy/mode must be",
                "'version: 1\naudit: {arguments: all}'|/audit/arguments must be digest or redacted",
                "'version: 1\naudit: {argument: x}'|/audit/argument is not known here",
                "'version: 1\nversion: 1'|line 2, column 1",
                "'version: 1\n1: x'|/ has a key that is no text",
                "'version: !!java.net.URL [x]'|not the YAML",
                "'a: &x [1]\nb: *x'|not the YAML",
                "'- 1'|must hold one mapping",
                "'version: [1'|line 1",
                "'version: 1\nx: {client_secret: hunter2}'|/x/client_secret holds a secret",
                "'version: 1\nx: AKIAABCDEFGHIJKLMNOP'|/x holds a secret",
            })
    void whatIsNotUnderstoodIsNamed(String yaml, String problem) {
        assertThatThrownBy(() -> Settings.of(yaml))
                .asInstanceOf(type(SettingsException.class))
                .satisfies(refused -> assertThat(refused).hasMessageContaining(problem))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .doesNotContain("hunter2")
                        .doesNotContain("AKIA"));
    }

    @Test
    void aReferenceIsNoSecret() {
        assertThatThrownBy(() -> Settings.of("version: 1\nx: {client_secret: env:CLIENT_SECRET}"))
                .hasMessage("/x is not known here");
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> Settings.of("version: 1\nx: " + "a".repeat(1 << 19)))
                .isInstanceOf(SettingsException.class);
    }
}
