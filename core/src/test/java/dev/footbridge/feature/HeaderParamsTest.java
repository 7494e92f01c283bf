package dev.footbridge.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.http.Headers;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HeaderParamsTest {

    private static final HeaderParams PARAMS = HeaderParams.of(json("""
                    {"type":"object","properties":{
                      "region":{"type":"string","x-mcp-header":"Region"},
                      "where":{"type":"object","properties":{"shard":{"type":"integer","x-mcp-header":"Shard"}}},
                      "dry":{"type":"boolean","x-mcp-header":"Dry-Run"},
                      "plain":{"type":"string"}}}"""));

    @Test
    void headersAreFoundAlongProperties() {
        assertThat(PARAMS.params())
                .containsExactly(
                        new HeaderParams.Param("Mcp-Param-Region", List.of("region"), "string"),
                        new HeaderParams.Param("Mcp-Param-Shard", List.of("where", "shard"), "integer"),
                        new HeaderParams.Param("Mcp-Param-Dry-Run", List.of("dry"), "boolean"));
        assertThat(HeaderParams.of(JsonObject.EMPTY).params()).isEmpty();
    }

    @Test
    void theWordMeansNothingAsANameOrInData() {
        assertThat(HeaderParams.of(json("""
                                        {"properties":{
                                          "x-mcp-header":{"type":"string","x-mcp-header":"A"},
                                          "b":{"default":{"x-mcp-header":1},"enum":[{"x-mcp-header":1}]}},
                                         "$defs":{"x-mcp-header":{"type":"string"}},
                                         "examples":[{"x-mcp-header":"z"}]}""")).params())
                .containsExactly(new HeaderParams.Param("Mcp-Param-A", List.of("x-mcp-header"), "string"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'string','x-mcp-header':'A'}",
                "{'properties':{'a':{'type':'string','x-mcp-header':''}}}",
                "{'properties':{'a':{'type':'string','x-mcp-header':'a b'}}}",
                "{'properties':{'a':{'type':'string','x-mcp-header':'a:b'}}}",
                "{'properties':{'a':{'type':'string','x-mcp-header':'a\\nb'}}}",
                "{'properties':{'a':{'type':'string','x-mcp-header':'é'}}}",
                "{'properties':{'a':{'type':'string','x-mcp-header':1}}}",
                "{'properties':{'a':{'type':'string','x-mcp-header':null}}}",
                "{'properties':{'a':{'type':'number','x-mcp-header':'A'}}}",
                "{'properties':{'a':{'type':'object','x-mcp-header':'A'}}}",
                "{'properties':{'a':{'type':'array','x-mcp-header':'A'}}}",
                "{'properties':{'a':{'type':'null','x-mcp-header':'A'}}}",
                "{'properties':{'a':{'type':['string','null'],'x-mcp-header':'A'}}}",
                "{'properties':{'a':{'x-mcp-header':'A'}}}",
                "{'properties':{'a':{'type':'string','x-mcp-header':'A'},'b':{'type':'string','x-mcp-header':'a'}}}",
                "{'properties':{'a':{'items':{'type':'string','x-mcp-header':'A'}}}}",
                "{'properties':{'a':{'items':{'properties':{'b':{'type':'string','x-mcp-header':'A'}}}}}}",
                "{'allOf':[{'properties':{'a':{'type':'string','x-mcp-header':'A'}}}]}",
                "{'anyOf':[{'type':'string','x-mcp-header':'A'}]}",
                "{'properties':{'a':{'oneOf':[{'type':'string','x-mcp-header':'A'}]}}}",
                "{'if':{'properties':{'a':{'type':'string','x-mcp-header':'A'}}}}",
                "{'not':{'x-mcp-header':'A'}}",
                "{'$defs':{'a':{'type':'string','x-mcp-header':'A'}}}",
                "{'definitions':{'a':{'properties':{'b':{'type':'string','x-mcp-header':'A'}}}}}",
                "{'patternProperties':{'a':{'type':'string','x-mcp-header':'A'}}}",
                "{'additionalProperties':{'type':'string','x-mcp-header':'A'}}",
                "{'dependentSchemas':{'a':{'type':'string','x-mcp-header':'A'}}}",
                "{'prefixItems':[{'type':'string','x-mcp-header':'A'}]}",
                "{'x-own':{'deep':[{'x-mcp-header':'A'}]}}"
            })
    void whatClientsWouldRefuseIsRefusedHere(String schema) {
        assertThatThrownBy(() -> HeaderParams.of(json(schema.replace('\'', '"'))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'region':'eu'}            | Mcp-Param-Region  | eu",
                "{'region':''}              | mcp-param-region  | ``",
                "{'region':'ü'}             | MCP-PARAM-REGION  | =?base64?w7w=?=",
                "{'region':'eu'}            | Mcp-Param-Region  | =?base64?ZXU=?=",
                "{'where':{'shard':42}}     | Mcp-Param-Shard   | 42",
                "{'where':{'shard':42}}     | Mcp-Param-Shard   | 42.0",
                "{'where':{'shard':42.0}}   | Mcp-Param-Shard   | 42",
                "{'where':{'shard':4.2e1}}  | Mcp-Param-Shard   | 42",
                "{'where':{'shard':-9007199254740991}} | Mcp-Param-Shard | -9007199254740991",
                "{'dry':true}               | Mcp-Param-Dry-Run | true",
                "{'dry':false}              | Mcp-Param-Dry-Run | false",
                "{'plain':'x'}              | Mcp-Param-Plain   | other",
                "{}                         | Mcp-Param-Unknown | \u00e9",
            })
    void headersThatAgreeAreFine(String arguments, String header, String value) {
        assertThat(problem(arguments, Headers.of(header, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'region':'eu'}            | Mcp-Param-Region  | us",
                "{'region':'eu'}            | Mcp-Param-Region  | EU",
                "{'region':'eu'}            | Mcp-Param-Region  | ``",
                "{'region':'eu'}            | Mcp-Param-Region  | =?base64?ZXU?=",
                "{'region':'ü'}             | Mcp-Param-Region  | ü",
                "{'region':'eu'}            | Mcp-Param-Other   | eu",
                "{'region':null}            | Mcp-Param-Region  | eu",
                "{'region':null}            | Mcp-Param-Region  | null",
                "{'region':null}            | Mcp-Param-Region  | ``",
                "{}                         | Mcp-Param-Region  | eu",
                "{'where':{}}               | Mcp-Param-Shard   | 1",
                "{'where':7}                | Mcp-Param-Shard   | 7",
                "{'where':{'shard':42}}     | Mcp-Param-Shard   | 43",
                "{'where':{'shard':42}}     | Mcp-Param-Shard   | 0x2a",
                "{'where':{'shard':42}}     | Mcp-Param-Shard   | 042",
                "{'where':{'shard':42}}     | Mcp-Param-Shard   | 42 42",
                "{'where':{'shard':42}}     | Mcp-Param-Shard   | 42e99999999",
                "{'where':{'shard':9007199254740993}} | Mcp-Param-Shard | 9007199254740992",
                "{'dry':true}               | Mcp-Param-Dry-Run | True",
                "{'dry':true}               | Mcp-Param-Dry-Run | 1",
                "{'dry':[true]}             | Mcp-Param-Dry-Run | true",
            })
    void headersThatDisagreeAreAProblem(String arguments, String header, String value) {
        assertThat(problem(arguments, Headers.of(header, value))).isPresent();
    }

    @Test
    void everyProblemIsOneSentenceThatNamesTheHeaderAndQuotesNoValue() {
        assertThat(problem("{'region':'secret'}", Headers.NONE)).contains("The header Mcp-Param-Region is missing.");
        assertThat(problem("{'region':'secret'}", Headers.of("mcp-param-region", "other")))
                .contains("The header Mcp-Param-Region differs from its argument.");
    }

    @Test
    void aHeaderSentTwiceIsAProblem() {
        Headers twice = new Headers(Map.of("mcp-param-region", List.of("eu", "us")));
        assertThat(problem("{'region':'eu'}", twice)).isPresent();
        assertThat(problem("{}", twice)).isPresent();
    }

    private static Optional<String> problem(String arguments, Headers headers) {
        return PARAMS.problem(headers, json(arguments.replace('\'', '"')));
    }

    private static JsonObject json(String text) {
        try {
            return (JsonObject) JsonReader.read(text);
        } catch (JsonException invalid) {
            throw new AssertionError(invalid);
        }
    }
}
