package dev.footbridge.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client's model and its folders may look like before an author sees them. */
class ClientAnswersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'text','text':'hi'}",
                "{'type':'image','data':'AA==','mimeType':'image/png'}",
                "[{'type':'text','text':'hi'},{'type':'tool_use','id':'1','name':'look','input':{}}]",
                "{'type':'tool_result','toolUseId':'1','content':[]}"
            })
    void whatTheSchemaCallsContentIsReadFromAModel(String content) {
        assertThat(sampled("'role':'assistant','model':'m','content':" + content))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'hi'",
                "null",
                "{'type':'text'}",
                "{'type':'text','text':7}",
                "{'text':'hi'}",
                "{'type':'video','data':'AA=='}",
                "{'type':'image','data':'AA=='}",
                "{'type':'tool_use','id':'1','name':'look'}",
                "[{'type':'text','text':'hi'},7]"
            })
    void contentOfAnotherShapeIsNoAnswerOfAModel(String content) {
        assertThat(sampled("'role':'assistant','model':'m','content':" + content))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'role':'assistant'", "'role':'system','model':'m'", "'model':'m'", "'role':'user','model':7"})
    void aModelSaysWhichItIsAndInWhichRole(String members) {
        assertThat(sampled(members + ",'content':{'type':'text','text':'hi'}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{'roots':{}}",
                "{'roots':[7]}",
                "{'roots':[{'uri':7}]}",
                "{'roots':[{'uri':'file:///a','name':7}]}"
            })
    void foldersOfAnotherShapeAreNoAnswer(String result) {
        assertThat(new RootsRequest().read(json(result))).isEmpty();
    }

    private static Optional<JsonObject> sampled(String members) {
        return SampleRequest.of("Hi", 9).read(json("{" + members + "}"));
    }

    private static Json json(String text) {
        try {
            return JsonReader.read(text.replace('\'', '"'));
        } catch (JsonException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
