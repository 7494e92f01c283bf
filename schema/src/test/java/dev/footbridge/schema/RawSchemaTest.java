package dev.footbridge.schema;

import static dev.footbridge.schema.Schemas.json;
import static dev.footbridge.schema.Schemas.problems;
import static dev.footbridge.schema.Schemas.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footbridge.argument.Problem;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawSchemaTest {

    @Test
    void theDocumentIsPublishedVerbatim() {
        String text = "{\"x-vendor\":{\"b\":1.0,\"a\":1e2},\"type\":\"object\",\"$schema\":"
                + "\"https://json-schema.org/draft/2020-12/schema\",\"properties\":{\"z\":{\"$anchor\":\"z\","
                + "\"x-mcp-header\":\"Z\",\"type\":\"string\"},\"a\":true},\"$defs\":{\"unused\":{}}}";

        assertThat(JsonWriter.text(RawSchema.of(text).document())).isEqualTo(text);
    }

    @Test
    void everythingWrongIsListedAtOnceWithPaths() {
        String schema = "{'type':'object','properties':{'a/b':{'type':'string'},'n':{'items':{'minimum':1}}},"
                + "'required':['q'],'additionalProperties':false}";

        assertThat(problems(schema, "{'a/b':1,'n':[1,0],'x~y':1}"))
                .containsExactlyInAnyOrder(
                        "/a~1b: must be a string",
                        "/n/1: must be at least 1",
                        "/q: is missing",
                        "/x~0y: is not a known member");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'integer'}",
                "{'enum':['a']}",
                "{'const':1}",
                "{'maxLength':1}",
                "{'pattern':'^a$'}",
                "{'not':{'type':'string'}}",
                "{'oneOf':[{'minLength':1},{'minLength':2}]}",
                "{'anyOf':[{'type':'null'},false]}",
                "{'properties':{'v':{'const':1}}}",
                "{'propertyNames':{'pattern':'^w'}}",
            })
    void aProblemNeverQuotesTheValue(String schema) {
        RawSchema raw = schema(schema);

        for (String value : List.of("'s3cret'", "{'v':'s3cret'}", "['s3cret']")) {
            assertThat(raw.check(json(value)).toString()).doesNotContain("s3cret");
        }
    }

    @Test
    void namesThatAClientMadeUpCarryNeitherKeysNorControls() {
        RawSchema closed = schema("{'additionalProperties':false}");
        JsonObject value = JsonObject.builder()
                .put("a\u001bb\u202e", 1)
                .put("mcpk_live_x", 1)
                .build();
        assertThat(closed.check(value).stream().map(Problem::path)).containsExactlyInAnyOrder("/a\ufffdb\ufffd", "/…");
    }

    @Test
    void longNamesAndLongRulesAreCut() {
        RawSchema closed = schema("{'additionalProperties':false}");
        assertThat(closed.check(JsonObject.of("n".repeat(10_000), "x")).get(0).path())
                .hasSizeLessThan(150);

        String values = String.join(
                ",", IntStream.range(0, 1000).mapToObj(Integer::toString).toList());
        assertThat(schema("{'enum':[" + values + "]}").check(json("'x'")).get(0).message())
                .hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'strnig'}",
                "{'minimum':'5'}",
                "{'required':'a'}",
                "{'properties':[]}",
                "{'$defs':{'unused':{'type':'strnig'}}}",
                "{'multipleOf':0}",
                "{'items':[{}]}",
            })
    void aKeywordWithABadValueIsRefusedAtRegistration(String schema) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema(schema))
                .withMessageContaining("breaks the rules of its dialect");
    }

    @Test
    void unknownKeywordsHoldWhateverTheirAuthorsLike() {
        RawSchema schema =
                schema("{'x-vendor':{'$defs':{'a':{'type':'junk','pattern':'(','$ref':'https://x.example'}}}}");

        assertThat(schema.check(json("1"))).isEmpty();
    }

    @Test
    void aReferenceIntoAnUnknownKeywordIsASchema() {
        assertThat(problems("{'$ref':'#/x-types/a','x-types':{'a':{'type':'string'}}}", "1"))
                .containsExactly("must be a string");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema("{'$ref':'#/x-types/a','x-types':{'a':{'pattern':'('}}}"));
    }

    @Test
    void problemsOfAlternativesSaySo() {
        assertThat(problems("{'properties':{'a':{'anyOf':[{'type':'string'},{'type':'null'}]}}}", "{'a':1}"))
                .containsExactly(
                        "/a: must be a string, or the value must take another of the allowed forms",
                        "/a: must be null, or the value must take another of the allowed forms");
    }

    @Test
    void whatIsNotAnObjectIsNoSchema() {
        assertThatIllegalArgumentException().isThrownBy(() -> RawSchema.of("{"));
        assertThatIllegalArgumentException().isThrownBy(() -> RawSchema.of("true"));
    }

    @Test
    void aRootMayDescribeAnything() {
        assertThat(problems("{'type':'array'}", "[]")).isEmpty();
        assertThat(problems("{}", "null")).isEmpty();
    }

    @Test
    void oneSchemaServesManyThreads() {
        RawSchema schema = schema("{'anyOf':[{'$ref':'#/$defs/a'},{'type':'null'}],"
                + "'$defs':{'a':{'items':{'type':'integer'},'unevaluatedItems':false}}}");

        List<List<Problem>> results = IntStream.range(0, 2000)
                .parallel()
                .mapToObj(i -> schema.check(json(i % 2 == 0 ? "[1,2]" : "[1,'x']")))
                .toList();

        for (int i = 0; i < results.size(); i++) {
            assertThat(results.get(i).isEmpty()).isEqualTo(i % 2 == 0);
        }
    }
}
