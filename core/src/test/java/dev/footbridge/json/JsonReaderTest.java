package dev.footbridge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReaderTest {

    @Test
    void everyKindOfValueIsRead() throws JsonException {
        Json read = JsonReader.read(" {\"a\":[1,-2.50e+3,true,false,null,\"x\\n\\u00e9\\ud83d\\ude00\"],\"b\":{}} ");

        assertThat(read)
                .isEqualTo(JsonObject.builder()
                        .put(
                                "a",
                                JsonArray.of(
                                        Json.of(1),
                                        new JsonNumber("-2.50e+3"),
                                        JsonBoolean.TRUE,
                                        JsonBoolean.FALSE,
                                        JsonNull.NULL,
                                        Json.of("x\né😀")))
                        .put("b", JsonObject.EMPTY)
                        .build());
    }

    @Test
    void aValueNeedNotBeAnObject() throws JsonException {
        assertThat(JsonReader.read("\"\"")).isEqualTo(Json.of(""));
        assertThat(JsonReader.read("null")).isEqualTo(JsonNull.NULL);
        assertThat(JsonReader.read("-0")).isEqualTo(new JsonNumber("-0"));
    }

    @Test
    void membersKeepTheirOrder() throws JsonException {
        assertThat(((JsonObject) JsonReader.read("{\"z\":1,\"a\":2,\"\":3}")).members())
                .containsOnlyKeys("z", "a", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{\"a\":}",
                "{\"a\"}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "'a'",
                "{1:2}",
                "]",
                "}",
                "[}",
                "{]",
                "[1}",
                "NaN",
                "Infinity",
                "-Infinity",
                "[INF]",
                "tru",
                "truex",
                "True",
                "nul",
                "01",
                "-01",
                "00",
                "+1",
                "1.",
                ".5",
                "-",
                "1e",
                "1e+",
                "0x10",
                "1_000",
                "1a",
                "// c\n1",
                "/* c */1",
                "# c\n1",
                "1 // c",
                "1 2",
                "1,",
                "{}{}",
                "[][]",
                "{} x",
                "\"a\"\"b\"",
                "\"\n\"",
                "\"\t\"",
                "\"\u0000\"",
                "\"\\x41\"",
                "\"\\'\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"abc",
                "\"abc\\",
                "\u00a01",
                "\u000b1",
                "\f1",
                "1\u0000",
                "\u001e1",
                "[1\u2028]"
            })
    void whatIsNotJsonIsRefused(String text) {
        refused(text);
        refused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void duplicateNamesAreRefusedHoweverTheyAreWritten() {
        refused("{\"a\":1,\"a\":1}");
        refused("{\"a\":null,\"b\":2,\"\\u0061\":null}");
        refused("[{\"x\":{\"\":1,\"\":2}}]");
    }

    @Test
    void theSameNameInDifferentObjectsIsFine() throws JsonException {
        assertThat(JsonReader.read("{\"a\":{\"a\":[{\"a\":1},{\"a\":1}]}}")).isNotNull();
    }

    @Test
    void nestingIsBoundedAtSixtyFour() throws JsonException {
        assertThat(JsonReader.read("[".repeat(64) + "]".repeat(64))).isNotNull();
        assertThat(JsonReader.read("{\"a\":".repeat(64) + "1" + "}".repeat(64))).isNotNull();

        refused("[".repeat(65) + "]".repeat(65));
        refused("{\"a\":".repeat(65) + "1" + "}".repeat(65));
        refused("[".repeat(500_000));
        refused("[{\"a\":".repeat(100_000));
    }

    @Test
    void numbersAreBoundedInLengthAndExponentBeforeAnythingComputesWithThem() throws JsonException {
        assertThat(JsonReader.read("1".repeat(100))).isEqualTo(new JsonNumber("1".repeat(100)));
        assertThat(JsonReader.read("1e308")).isEqualTo(new JsonNumber("1e308"));
        assertThat(JsonReader.read("1E-0000324")).isEqualTo(new JsonNumber("1E-0000324"));
        assertThat(JsonReader.read("0e000")).isEqualTo(new JsonNumber("0e000"));

        refused("1".repeat(101));
        refused("-" + "1".repeat(100));
        refused("0." + "1".repeat(99));
        refused("9".repeat(1_000_000));
        refused("1e309");
        refused("1E+309");
        refused("1e-325");
        refused("1e1000");
        refused("1e2147483648");
        refused("1e-99999999999999999999");
        refused("[1e0009999]");
    }

    @Test
    void everyDoubleThatJavaWritesIsRead() throws JsonException {
        for (double extreme : new double[] {Double.MAX_VALUE, Double.MIN_NORMAL, Double.MIN_VALUE, -Double.MIN_VALUE}) {
            assertThat(JsonReader.read(Double.toString(extreme))).isNotNull();
        }
    }

    @Test
    void bytesHoldFiftyThousandValuesAndTextAsManyAsItLikes() throws JsonException {
        String most = "[" + "1,".repeat(49_998) + "1]";
        String tooMany = "[[],{\"a\":1}," + "1,".repeat(49_996) + "1]";

        assertThat(JsonReader.read(most.getBytes(StandardCharsets.UTF_8))).isNotNull();
        refused(tooMany.getBytes(StandardCharsets.UTF_8));
        refused("[".repeat(10).concat("0,".repeat(500_000)).getBytes(StandardCharsets.UTF_8));
        assertThat(JsonReader.read(tooMany)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud800\"",
                "\"\\udc00\"",
                "\"\\udc00\\ud800\"",
                "\"\\ud800x\"",
                "\"\\ud83d\\ud83d\\ude00\"",
                "{\"\\ud800\":1}",
                "[\"ok\",\"\\uDBFF\"]"
            })
    void halfASurrogatePairIsRefusedEvenEscaped(String text) {
        refused(text);
    }

    @Test
    void halfASurrogatePairIsRefusedInCharacters() {
        refused("\"\ud83d\"");
        refused("\"\ude00\"");
    }

    @Test
    void malformedUtf8IsRefused() {
        refused(bytes('"', 0xC0, 0xAF, '"'));
        refused(bytes('"', 0xC1, 0x81, '"'));
        refused(bytes('"', 0xE0, 0x80, 0xAF, '"'));
        refused(bytes('"', 0xF0, 0x80, 0x80, 0xAF, '"'));
        refused(bytes('"', 0xED, 0xA0, 0x80, '"'));
        refused(bytes('"', 0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80, '"'));
        refused(bytes('"', 0xF4, 0x90, 0x80, 0x80, '"'));
        refused(bytes('"', 0xFF, '"'));
        refused(bytes('"', 0x80, '"'));
        refused(bytes('"', 0xC3, '"'));
        refused(bytes('"', 'a', '"', 0xE2, 0x82));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void otherEncodingsAreRefused(String charset) {
        refused("{\"a\":1}".getBytes(Charset.forName(charset)));
        refused("1".getBytes(Charset.forName(charset)));
    }

    @Test
    void aByteOrderMarkIsRefused() {
        refused(bytes(0xEF, 0xBB, 0xBF, '{', '}'));
        refused(bytes(0xFE, 0xFF, 0, '1'));
        refused(bytes(0xFF, 0xFE, '1', 0));
        refused("\uFEFF{}");
        refused("{}\uFEFF");
    }

    @Test
    void aMessageQuotesNothingOfTheInput() {
        assertThatThrownBy(() -> JsonReader.read("{\"hunter2\":1,\"hunter2\":2}"))
                .isInstanceOf(JsonException.class)
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> JsonReader.read("[hunter2]"))
                .isInstanceOf(JsonException.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void longTextsAreReadWhole() throws JsonException {
        String text = "é\\\"".repeat(400_000);

        assertThat(JsonReader.read(JsonWriter.bytes(JsonObject.of("text", text))))
                .isEqualTo(JsonObject.of("text", text));
    }

    @Test
    void namesOfMembersAreBounded() throws JsonException {
        assertThat(JsonReader.read("{\"" + "k".repeat(256) + "\":1}")).isNotNull();

        refused("{\"" + "k".repeat(257) + "\":1}");
    }

    @Test
    void damagedBytesEitherReadOrAreRefusedAndNothingElse() {
        Random random = new Random(20261122);
        byte[] good = "{\"a\":[1.5e3,\"\\u00e9é😀\",{\"b\":null}],\"c\":true}".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = damage(good.clone(), random);
            try {
                Json value = JsonReader.read(damaged);
                assertThat(JsonReader.read(JsonWriter.bytes(value))).isEqualTo(value);
            } catch (JsonException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void anyValueSurvivesWritingAndReading() throws JsonException {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            Json value = any(random, 5);
            assertThat(JsonReader.read(JsonWriter.bytes(value))).isEqualTo(value);
            assertThat(JsonReader.read(JsonWriter.pretty(value))).isEqualTo(value);
        }
    }

    private static Json any(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> Json.of(random.nextLong());
            case 1 -> Json.of(random.nextBoolean());
            case 2 -> JsonNull.NULL;
            case 3 -> Json.of(anyText(random));
            case 4 -> {
                var items = new ArrayList<Json>();
                random.ints(random.nextInt(4)).forEach(unused -> items.add(any(random, depth - 1)));
                yield new JsonArray(items);
            }
            default -> {
                JsonObject.Builder object = JsonObject.builder();
                random.ints(random.nextInt(4)).forEach(unused -> object.put(anyText(random), any(random, depth - 1)));
                yield object.build();
            }
        };
    }

    private static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(6), 0, Character.MAX_CODE_POINT)
                .map(point -> random.nextBoolean() ? point % 0x100 : point)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private static byte[] damage(byte[] bytes, Random random) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static void refused(String text) {
        assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(JsonException.class);
    }

    private static void refused(byte[] bytes) {
        assertThatThrownBy(() -> JsonReader.read(bytes)).isInstanceOf(JsonException.class);
    }
}
