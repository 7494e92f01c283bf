package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.argument.Problem;
import dev.footbridge.argument.Schema;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallArgumentsTest {

    /** As the compiler writes the schemas of a plain argument and of nullable ones. */
    private static final JsonObject INPUT = JsonReader.readObject("""
            {"type":"object","required":["name"],"properties":{
              "name":{"type":"string"},
              "phone":{"type":["string","null"]},
              "age":{"type":["integer","null"]},
              "size":{"type":["string","null"],"enum":["S","L",null]},
              "tags":{"type":["array","null"],"items":{"type":"string"}}}}""").orElseThrow();

    private static final Tool CHANGE = Tool.named("change")
            .describedAs("Changes somebody.")
            .takes(new Schema() {
                @Override
                public JsonObject document() {
                    return INPUT;
                }

                @Override
                public List<Problem> check(Json value) {
                    return List.of();
                }
            })
            .calls((in, call) -> ToolResult.text(""));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name=null  | {"name":"null"}
            phone=null | {"phone":null}
            phone=123  | {"phone":"123"}
            age=null   | {"age":null}
            age=7      | {"age":7}
            size=null  | {"size":null}
            size=L     | {"size":"L"}
            tags=null  | {"tags":null}
            tags=a     | {"tags":["a"]}
            """)
    void aNullableArgumentTakesNullAndWhatItsTypeSays(String pair, String json) throws CommandFailure {
        assertThat(JsonWriter.text(CallArguments.ofPairs(List.of(pair), CHANGE)))
                .isEqualTo(json);
    }

    @Test
    void theSheetSaysWhatMayBeNull() {
        assertThat(new ToolSheet(Style.PLAIN, 120).describe(CHANGE).lines().map(String::strip))
                .contains(
                        "name  string, required",
                        "phone  string, optional, may be null",
                        "size  one of S | L, optional, may be null",
                        "tags  list of string, optional, may be null");
    }
}
