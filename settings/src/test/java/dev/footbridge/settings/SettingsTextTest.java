package dev.footbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is read as the YAML that it is. */
final class SettingsTextTest {

    @Test
    void jsonIsReadAsYamlReadsIt() throws Exception {
        String text = """
                {"version": 1, "limits": {"rules": [{"id": "é\\u00e9", "burst": 2.5, "on": true, "off": null}]}}
                """;

        assertThat(SettingsText.read(text)).isEqualTo(Yaml.read(text));
    }

    @Test
    void aMappingInBracesThatIsNoJsonIsYaml() throws Exception {
        assertThat(SettingsText.read("{version: 1}").get("version")).isEqualTo(Json.of(1));
        assertThat(SettingsText.read("{\"version\": 1} # settings").get("version"))
                .isEqualTo(Json.of(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"version\": 1, \"version\": 1}", "{\"version\": 1", "{}{}"})
    void whatIsNeitherIsRefused(String text) {
        assertThatThrownBy(() -> SettingsText.read(text)).isInstanceOf(SettingsException.class);
    }
}
