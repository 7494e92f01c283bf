package dev.footbridge.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footbridge.argument.Problem;
import dev.footbridge.argument.Schema;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormBySchemaTest {

    private static final String NAMED = "{'type':'object','properties':{'name':{'type':'string','pattern':'^A'}},"
            + "'additionalProperties':false}";

    @Test
    void theDocumentIsPublishedAsItIs() {
        JsonObject schema = form(NAMED).params().object("requestedSchema").orElseThrow();

        assertThat(schema).isEqualTo(object(NAMED).without("additionalProperties"));
    }

    @Test
    void anAnswerIsReadIfItFitsTheSchema() {
        Form form = form(NAMED);

        assertThat(form.read(object("{'action':'accept','content':{'name':'Ada'}}")))
                .hasValueSatisfying(answer -> assertThat(answer.values().raw()).isEqualTo(object("{'name':'Ada'}")));
        assertThat(form.read(object("{'action':'accept','content':{}}"))).isEmpty();
        assertThat(form.read(object("{'action':'decline'}")))
                .hasValueSatisfying(answer -> assertThat(answer.action()).isEqualTo(UserAction.DECLINE));
    }

    @Test
    void whatNobodyAskedForIsLeftOutOfAnAnswer() {
        assertThat(form(NAMED).read(object("{'action':'accept','content':{'mood':'good','name':'Ada'}}")))
                .hasValueSatisfying(answer -> assertThat(answer.values().raw()).isEqualTo(object("{'name':'Ada'}")));
        assertThat(form(NAMED).read(object("{'action':'accept','content':{'mood':'good'}}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'array'}",
                "{'properties':{'name':{'type':'string'}}}",
                "{'type':'object','properties':{'address':{'type':'object'}}}",
                "{'type':'object','properties':{'any':{}}}",
                "{'type':'object','properties':{'any':true}}"
            })
    void aDocumentThatIsNotFlatIsRefused(String schema) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form(schema))
                .withMessageContaining("the schema of a form");
    }

    private static Form form(String schema) {
        return new Form("Who?", new NonEmpty(object(schema)));
    }

    private static JsonObject object(String text) {
        try {
            return (JsonObject) JsonReader.read(text.replace('\'', '"'));
        } catch (JsonException malformed) {
            throw new AssertionError(malformed);
        }
    }

    /** A check of its own, so that what is seen to be enforced is the schema's and not the form's. */
    private record NonEmpty(JsonObject document) implements Schema {
        @Override
        public List<Problem> check(Json value) {
            return ((JsonObject) value).isEmpty() ? List.of(new Problem("", "must not be empty")) : List.of();
        }
    }
}
