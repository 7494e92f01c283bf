package dev.footbridge.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmationTest {

    private static final Form FORM = Confirmation.of("Delete 12 files?");

    @Test
    void itIsOneRequiredBoxWithATitleAndNoDefault() throws JsonException {
        JsonObject schema = FORM.params().object("requestedSchema").orElseThrow();

        assertThat(FORM.params().string("message")).contains("Delete 12 files?");
        assertThat(schema)
                .isEqualTo(JsonReader.read("{\"type\":\"object\",\"properties\":{\"confirmed\":{\"type\":\"boolean\","
                        + "\"title\":\"Yes, go ahead\"}},\"required\":[\"confirmed\"]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'action':'accept','content':{'confirmed':true}};  true",
                "{'action':'accept','content':{'confirmed':false}}; false",
                "{'action':'decline'};                              false",
                "{'action':'cancel'};                               false",
                "{'action':'decline','content':{'confirmed':true}}; false"
            },
            quoteCharacter = '"')
    void onlyATickedBoxThatWasAcceptedConfirms(String answer, boolean confirmed) throws JsonException {
        Optional<FormAnswer> read = FORM.read(JsonReader.read(answer.replace('\'', '"')));

        assertThat(read.map(Confirmation::isGiven)).contains(confirmed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'action':'accept'}",
                "{'action':'accept','content':{}}",
                "{'action':'accept','content':{'confirmed':null}}",
                "{'action':'accept','content':{'confirmed':'true'}}",
                "{'action':'accept','content':{'yes':true}}"
            })
    void whatWasAcceptedWithoutTheBoxIsNoAnswer(String answer) throws JsonException {
        assertThat(FORM.read(JsonReader.read(answer.replace('\'', '"')))).isEmpty();
    }
}
