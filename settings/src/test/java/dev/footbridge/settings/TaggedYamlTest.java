package dev.footbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TaggedYamlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a: !Ref Door|{\"a\":{\"Ref\":\"Door\"}}",
                "a: !Condition IsUrl|{\"a\":{\"Condition\":\"IsUrl\"}}",
                "a: !Not [!Equals [!Ref B, '']]|{\"a\":{\"Fn::Not\":[{\"Fn::Equals\":[{\"Ref\":\"B\"},\"\"]}]}}",
                "a: !GetAtt Role.Arn|{\"a\":{\"Fn::GetAtt\":\"Role.Arn\"}}",
                "a: !Sub {x: 1}|{\"a\":{\"Fn::Sub\":{\"x\":1}}}",
                "a: { Fn::Contains: [[x], !Ref B] }|{\"a\":{\"Fn::Contains\":[[\"x\"],{\"Ref\":\"B\"}]}}",
                "a: &one [1, true, null, 1.5]\\nb: *one |{\"a\":[1,true,null,\"1.5\"],\"b\":[1,true,null,\"1.5\"]}",
                "a: \"on\"|{\"a\":\"on\"}"
            })
    void aTagIsTheFunctionItStandsFor(String yaml, String json) throws Exception {
        assertThat(TaggedYaml.read(yaml.replace("\\n", "\n"))).isEqualTo(JsonReader.read(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]", "a: [", "a: 1\na: 2", "a: *nobody", "? [x]\n: 1"})
    void whatIsNoTemplateSaysSo(String yaml) {
        assertThatThrownBy(() -> TaggedYaml.read(yaml)).isInstanceOf(SettingsException.class);
    }

    @Test
    void theLineIsNamed() {
        assertThatThrownBy(() -> TaggedYaml.read("a: 1\nb: ["))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        wrong -> assertThat(wrong.problems()).isEqualTo(List.of("line 2, column 5: not YAML")));
    }

    @Test
    void theTemplateOfThisHouseIsReadWhole() throws IOException, SettingsException {
        JsonObject template = TaggedYaml.read(Files.readString(Path.of("..", "template.yaml")));

        assertThat(template.object("Parameters").orElseThrow().members()).containsKeys("FrontDoor", "Revision");
        assertThat(JsonWriter.text(template)).contains("\"Fn::FindInMap\"").doesNotContain("!Ref");
    }
}
