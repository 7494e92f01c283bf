package dev.footbridge.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class JsonWriterTest {

    @Test
    void outputIsCompactAndKeepsTheOrderOfMembers() {
        JsonObject value = JsonObject.builder()
                .put("z", JsonArray.of(Json.of(1), new JsonNumber("1.0"), JsonNull.NULL))
                .put("a", JsonObject.EMPTY)
                .put("m", JsonArray.EMPTY)
                .put("t", true)
                .build();

        assertThat(JsonWriter.text(value)).isEqualTo("{\"z\":[1,1.0,null],\"a\":{},\"m\":[],\"t\":true}");
    }

    @Test
    void bytesAreTheTextAsUtf8() {
        assertThat(JsonWriter.bytes(Json.of("é😀"))).isEqualTo("\"é😀\"".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void quotesBackslashesAndControlCharactersAreEscaped() {
        assertThat(JsonWriter.text(Json.of("\"\\/\n\r\t\b\f\u0000\u001f\u007f\u0085")))
                .isEqualTo("\"\\\"\\\\/\\n\\r\\t\\u0008\\u000c\\u0000\\u001f\\u007f\\u0085\"");
    }

    @Test
    void noCharacterThatEndsALineIsLeftRaw() {
        StringBuilder everything = new StringBuilder();
        for (int c = 0; c < Character.MIN_SURROGATE; c++) {
            everything.append((char) c);
        }

        String text = JsonWriter.text(JsonObject.of(everything.toString(), everything.toString()));

        assertThat(text).doesNotContain("\n", "\r", "\u000b", "\f", "\u0085", "\u2028", "\u2029");
        assertThat(text).contains("\\u2028\\u2029");
    }

    @Test
    void halfASurrogatePairBecomesTheReplacementCharacter() throws JsonException {
        assertThat(JsonReader.read(JsonWriter.bytes(Json.of("a\ud83d😀\ude00b\ud800"))))
                .isEqualTo(Json.of("a\uFFFD😀\uFFFDb\uFFFD"));
    }

    @Test
    void prettyOutputIsIndentedByTwoSpaces() {
        JsonObject value = JsonObject.builder()
                .put("a", JsonArray.of(Json.of(1), JsonObject.of("b", "c")))
                .put("d", JsonObject.EMPTY)
                .put("e", JsonArray.EMPTY)
                .build();

        assertThat(JsonWriter.pretty(value)).isEqualTo("""
                        {
                          "a": [
                            1,
                            {
                              "b": "c"
                            }
                          ],
                          "d": {},
                          "e": []
                        }\
                        """);
    }
}
