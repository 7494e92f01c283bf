package dev.footbridge.argument;

import static dev.footbridge.argument.Jsons.json;
import static dev.footbridge.argument.Jsons.object;
import static dev.footbridge.argument.Jsons.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFieldTest {

    @Test
    void everythingThatIsCheckedIsPublished() {
        TextField field = Field.text("path")
                .title("Path")
                .describedAs("Where.")
                .minLength(1)
                .maxLength(9)
                .pattern("^a", text -> text.startsWith("a"))
                .format(TextFormat.EMAIL)
                .defaultsTo("a@b")
                .header("Path");

        assertThat(field.schema())
                .isEqualTo(json("{'type':'string','title':'Path','description':'Where.','minLength':1,'maxLength':9,"
                        + "'pattern':'^a','format':'email','default':'a@b','x-mcp-header':'Path'}"));
    }

    @Test
    void typeAndTitleComeFirstInTheSchema() {
        assertThat(Field.text("x").maxLength(3).title("X").schema().members())
                .containsOnlyKeys("type", "title", "maxLength")
                .extractingByKey("type")
                .isEqualTo(json("'string'"));
        assertThat(Field.text("x").maxLength(3).title("X").schema().members().keySet())
                .containsExactly("type", "title", "maxLength");
    }

    @Test
    void lengthIsCountedInCodePoints() {
        TextField field = Field.text("x").minLength(2).maxLength(2);

        assertThat(problems(field, "'😀😀'")).isEmpty();
        assertThat(problems(field, "'😀'")).containsExactly("must be at least 2 characters long");
        assertThat(problems(field, "'abc'")).containsExactly("must be at most 2 characters long");
    }

    @Test
    void aPatternIsFoundAnywhere() {
        TextField field =
                Field.text("x").pattern("[0-9]", Pattern.compile("[0-9]").asPredicate());

        assertThat(problems(field, "'ab1c'")).isEmpty();
        assertThat(problems(field, "'abc'")).containsExactly("must match the pattern [0-9]");
    }

    @Test
    void aTextThatIsTooLongNeverReachesThePattern() {
        TextField field = Field.text("x").maxLength(1).pattern("a", text -> {
            throw new AssertionError("reached");
        });

        assertThat(problems(field, "'bb'")).containsExactly("must be at most 1 character long");
    }

    @Test
    void anotherTypeIsRefused() {
        assertThat(problems(Field.text("x"), "1")).containsExactly("must be a string");
        assertThat(problems(Field.text("x"), "null")).containsExactly("must be a string");
    }

    @Test
    void itIsReadAsString() {
        assertThat(Field.text("x").read(object("{'x':'y'}"))).isEqualTo("y");
    }

    @Test
    void lengthsThatContradictAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Field.text("x").minLength(2).maxLength(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Field.text("x").minLength(-1));
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, a@b",
        "EMAIL, first.last+tag@mail.example.org",
        "URI, https://example.org/a?b#c",
        "URI, urn:isbn:123",
        "URI, mailto:a@b",
        "DATE, 2026-07-28",
        "DATE, 2024-02-29",
        "DATE_TIME, 2026-07-28T10:00:00Z",
        "DATE_TIME, 2026-07-28t10:00:00.123456z",
        "DATE_TIME, 2026-07-28T10:00:00-05:30",
        "UUID, 00000000-0000-4000-8000-00000000000F",
    })
    void aFormatTakesWhatFits(TextFormat format, String text) {
        assertThat(problems(Field.text("x").format(format), "'" + text + "'")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, a",
        "EMAIL, @b",
        "EMAIL, a@",
        "EMAIL, a b@c",
        "EMAIL, a@b@c",
        "EMAIL, .a@b",
        "EMAIL, a@-b",
        "URI, /relative",
        "URI, not a uri",
        "URI, https://exämple.org",
        "URI, :",
        "DATE, 2026-02-30",
        "DATE, 2026-7-28",
        "DATE, 2026-07-28T10:00:00Z",
        "DATE, tomorrow",
        "DATE_TIME, 2026-07-28",
        "DATE_TIME, 2026-07-28T10:00:00",
        "DATE_TIME, 2026-07-28T25:00:00Z",
        "DATE_TIME, 2026-07-28T10:00Z",
        "DATE_TIME, 2026-07-28T10:00:00.Z",
        "DATE_TIME, +12026-07-28T10:00:00Z",
        "UUID, 00000000-0000-4000-8000-00000000000",
        "UUID, 00000000-0000-4000-8000-00000000000g",
        "UUID, 00000000x0000-4000-8000-00000000000f",
    })
    void aFormatRefusesTheRest(TextFormat format, String text) {
        assertThat(problems(Field.text("x").format(format), "'" + text + "'")).containsExactly(format.expectation());
    }
}
