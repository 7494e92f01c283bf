package dev.footbridge.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of an argument is checked, and every problem has its path. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProblemsTest {

    private static final String MEMBERS = """
            /**
             * @param code c
             * @param mail m
             * @param size s
             * @param word w
             * @param even e
             * @param part p
             * @param tiny t
             * @param big b
             * @param data d
             */
            record Rules(
                    @Pattern("[A-Z]{2}\\\\d{2}") @Length(max = 6) @Example("AB12") Optional<String> code,
                    @Format(dev.footbridge.argument.TextFormat.EMAIL) Optional<String> mail,
                    @Allowed({"s", "m"}) Optional<String> size,
                    @Length(min = 2, max = 3) Optional<String> word,
                    @Min(0) @Max(10) @MultipleOf("2") OptionalInt even,
                    @ExclusiveMin(0) @ExclusiveMax(1) @MultipleOf("0.25") Optional<BigDecimal> part,
                    @Min(0.5) Optional<Float> tiny,
                    @Max(100) Optional<BigInteger> big,
                    @Length(min = 1, max = 2) Optional<byte[]> data) {}
            /** Echoes. */
            @Tool String rules(Rules in) { return in.toString(); }

            /** @param lines l @param byName b @param inner i */
            record Outer(@Items(min = 1, max = 3) List<Line> lines, Map<String, Line> byName, Optional<Inner> inner) {}
            /** @param count c @param tags t */
            record Line(@Min(1) int count, @Length(max = 2) Set<String> tags) {
                Line {
                    if (count < 1) {
                        throw new IllegalArgumentException("made from a stand-in");
                    }
                }
            }
            /** @param deep d */
            record Inner(List<List<@Nullable Integer>> deep) {}
            /** Echoes. */
            @Tool String nested(Outer in) { return in.toString(); }

            /** Echoes. @param cents c @param tip t @param to o */
            @AtLeastOne({"cents", "tip"}) @Requires(value = "tip", needs = "to")
            @Tool String pay(OptionalInt cents, OptionalInt tip, @Name("receiver") Optional<String> to) {
                return cents + " " + tip + " " + to;
            }

            /** Does nothing. */
            @Tool void nothing() {}

            sealed interface Step {}
            /** @param by b */
            record Walk(int by) implements Step {}
            record Rest() implements Step {}
            /** Echoes. @param steps s */
            @Tool String steps(List<Step> steps) { return steps.toString(); }
            """;

    private Kit kit;

    @BeforeAll
    void compile(@TempDir Path folder) {
        kit = Kit.of(folder, MEMBERS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"code\":\"xAB12\"}|/code: must match the pattern [A-Z]{2}\\d{2}, such as AB12",
                "{\"code\":\"AB12AB12\"}|/code: must be at most 6 characters long, such as AB12",
                "{\"mail\":\"a\"}|/mail: must be an e-mail address",
                "{\"size\":\"l\"}|/size: must be one of: s, m",
                "{\"word\":\"a\"}|/word: must be at least 2 characters long",
                "{\"word\":\"abcd\"}|/word: must be at most 3 characters long",
                "{\"even\":-2}|/even: must be at least 0",
                "{\"even\":12}|/even: must be at most 10",
                "{\"even\":3}|/even: must be a multiple of 2",
                "{\"part\":0}|/part: must be greater than 0",
                "{\"part\":1}|/part: must be less than 1",
                "{\"part\":0.3}|/part: must be a multiple of 0.25",
                "{\"tiny\":0.4}|/tiny: must be at least 0.5",
                "{\"tiny\":1e300}|/tiny: must be a number within the range of a 32-bit float",
                "{\"big\":101}|/big: must be at most 100",
                "{\"data\":\"\"}|/data: must be at least 1 bytes",
                "{\"data\":\"AQID\"}|/data: must be at most 2 bytes",
            })
    void aRuleIsChecked(String arguments, String problem) {
        assertThat(kit.problems("rules", arguments)).containsExactly(problem);
    }

    @Test
    void whatKeepsAllRulesIsRead() {
        String good = """
                {"code":"AB12","mail":"a@b.example","size":"m","word":"abc","even":10,"part":0.75,"tiny":0.5,"big":-7}
                """;

        assertThat(kit.call("rules", good))
                .isEqualTo("Rules[code=Optional[AB12], mail=Optional[a@b.example], size=Optional[m],"
                        + " word=Optional[abc], even=OptionalInt[10], part=Optional[0.75], tiny=Optional[0.5],"
                        + " big=Optional[-7], data=Optional.empty]");
    }

    @Test
    void problemsAreFoundAtEveryDepthAtOnce() {
        String bad = """
                {"lines":[{"count":0,"tags":["a","a"]},{"tags":["abc"],"more":1},1],
                 "byName":{"a/b":{"count":"x","tags":1}},
                 "inner":{"deep":[[1],[2,"3"]]},"strange":true}
                """;

        assertThat(kit.problems("nested", bad))
                .containsExactly(
                        "/lines/0/count: must be at least 1",
                        "/lines/0/tags: must not have the same item twice",
                        "/lines/1/count: is missing; it must be a whole number",
                        "/lines/1/tags/0: must be at most 2 characters long",
                        "/lines/1/more: is not known here; known are: count, tags",
                        "/lines/2: must be an object",
                        "/byName/a~1b/count: must be a whole number",
                        "/byName/a~1b/tags: must be a list",
                        "/inner/deep/1/1: must be a whole number",
                        "/strange: is not known here; known are: lines, byName, inner");
    }

    @Test
    void listsHaveBounds() {
        assertThat(kit.problems("nested", "{\"lines\":[],\"byName\":{}}"))
                .containsExactly("/lines: must have at least 1 item");
        assertThat(kit.problems("nested", "{\"lines\":[1,2,3,4],\"byName\":{}}"))
                .containsExactly("/lines: must have at most 3 items");
    }

    @Test
    void rulesAboutSeveralArgumentsAreChecked() {
        assertThat(kit.problems("pay", "{\"cents\":null}")).containsExactly("needs at least one of: cents, tip");
        assertThat(kit.problems("pay", "{\"tip\":1}"))
                .containsExactly("/receiver: is missing; it must be given together with tip");
        assertThat(kit.call("pay", "{\"tip\":1,\"receiver\":\"me\"}"))
                .isEqualTo("OptionalInt.empty OptionalInt[1] Optional[me]");
    }

    @Test
    void aToolWithoutArgumentsTakesNone() {
        assertThat(kit.call("nothing", "{}")).isEqualTo("Done.");
        assertThat(kit.problems("nothing", "{\"a\":1}")).containsExactly("/a: is not known here; there are none");
    }

    @Test
    void aTagThatIsMissingOrUnknownIsReportedOnce() {
        assertThat(kit.problems("steps", "{\"steps\":[{\"type\":\"Fly\",\"by\":1},{\"by\":1},{\"type\":\"Walk\"}]}"))
                .containsExactly(
                        "/steps/0/type: must be one of: Walk, Rest",
                        "/steps/1/type: is missing; it must be one of: Walk, Rest",
                        "/steps/2/by: is missing; it must be a whole number");
        assertThat(kit.problems("steps", "{\"steps\":[{\"type\":\"Rest\",\"by\":1}]}"))
                .containsExactly("/steps/0/by: is not known here; known are: type");
    }
}
