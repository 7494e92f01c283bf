package dev.footbridge.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.processor.model.Definition.RecordType;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.NumberRules;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.TextRules;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constraints of Jakarta Bean Validation are ours, on parameters and on components of records alike. */
final class ValidationTest {

    private static final int ANY = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    private Newcomer newcomer(String argument) {
        return new Newcomer(folder, """
                package shop;
                import jakarta.validation.constraints.*;
                import java.util.*;
                class Shop {
                    @io.quarkiverse.mcp.server.Tool(description = "Acts.")
                    void act(@io.quarkiverse.mcp.server.ToolArg(description = "it") %s it) {}
                    record Held(String one, @Size(max = 3) List<@NotBlank String> many, @Min(1) @Max(9) int few) {}
                }
                """.formatted(argument));
    }

    private Shape shape(String argument) {
        return newcomer(argument)
                .model()
                .tools()
                .get(0)
                .arguments()
                .members()
                .get(0)
                .shape();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Min(2) @Max(9) int|2|9",
                "@Positive int|1|2147483647",
                "@PositiveOrZero int|0|2147483647",
                "@Negative int|-2147483648|-1",
                "@NegativeOrZero int|-2147483648|0",
                "@PositiveOrZero @Min(5) int|5|2147483647",
                "@DecimalMin(\"3\") @DecimalMax(value = \"8\", inclusive = false) int|3|7",
                "@Min.List({@Min(2), @Min(4)}) int|4|2147483647",
            })
    void boundsOfWholeNumbersHold(String argument, long least, long greatest) {
        assertThat(shape(argument)).isEqualTo(new Shape.Whole("int", least, greatest, OptionalLong.empty()));
    }

    @Test
    void boundsOfNumbersHold() {
        NumberRules rules = new NumberRules(
                OptionalDouble.of(0.5), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(0), "");

        assertThat(shape("@DecimalMin(\"0.5\") @Negative double")).isEqualTo(new Shape.Real("double", rules));
    }

    @Test
    void sizesOfTextsHold() {
        assertThat(shape("@Size(min = 2, max = 5) String")).isEqualTo(text(2, 5, "", ""));
        assertThat(shape("@NotEmpty String")).isEqualTo(text(1, ANY, "", ""));
        assertThat(shape("@NotEmpty @Size(max = 5) String")).isEqualTo(text(1, 5, "", ""));
        assertThat(shape("@NotNull @Size(max = 5) Optional<String>")).isEqualTo(text(0, 5, "", ""));
        assertThat(shape("Optional<@Size(max = 5) String>")).isEqualTo(text(0, 5, "", ""));
    }

    @Test
    void formsOfTextsHold() {
        assertThat(shape("@NotBlank String")).isEqualTo(text(1, ANY, ValidationDialect.NOT_BLANK, ""));
        assertThat(shape("@Pattern(regexp = \"[A-Z]+\") String")).isEqualTo(text(0, ANY, "[A-Z]+", ""));
        assertThat(shape("@Pattern(regexp = \"[A-Z]+\") @NotBlank String")).isEqualTo(text(1, ANY, "[A-Z]+", ""));
        assertThat(shape("@NotBlank @Pattern(regexp = \"[A-Z]+\") String")).isEqualTo(text(1, ANY, "[A-Z]+", ""));
        assertThat(shape("@Email String")).isEqualTo(text(0, ANY, "", "EMAIL"));
        assertThat(shape("@Email(regexp = \".+@example.com\") String"))
                .isEqualTo(text(0, ANY, ".+@example.com", "EMAIL"));
    }

    @Test
    void sizesOfListsAndOfWhatIsInThemHold() {
        assertThat(shape("@NotEmpty @Size(max = 3) List<@Size(max = 5) String>"))
                .isEqualTo(new Shape.ListOf(Shape.ListOf.Container.LIST, text(0, 5, "", ""), 1, 3));
        assertThat(shape("@Size(max = 3) Map<String, @Positive Integer>"))
                .isEqualTo(new Shape.MapOf(
                        new Shape.Whole("java.lang.Integer", 1, Integer.MAX_VALUE, OptionalLong.empty()), 0, 3));
        assertThat(shape("@Size(max = 8) byte[]")).isEqualTo(new Shape.Bytes(0, 8));
    }

    @Test
    void componentsOfRecordsAreConstrained() {
        RecordType record = (RecordType) newcomer("Held").model().definitions().get("Held");

        assertThat(record.members())
                .extracting(Member::shape)
                .containsExactly(
                        new Shape.Text(TextRules.NONE),
                        new Shape.ListOf(
                                Shape.ListOf.Container.LIST, text(1, ANY, ValidationDialect.NOT_BLANK, ""), 0, 3),
                        new Shape.Whole("int", 1, 9, OptionalLong.empty()));
    }

    @Test
    void theNarrowerHoldsBesideOurOwn() {
        Shape shape = shape("@dev.footbridge.constraint.Length(max = 9) @Size(min = 2, max = 20) String");

        assertThat(shape).isEqualTo(text(2, 9, "", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Size(max = 3) int|@Size says nothing about a int",
                "@Pattern(regexp = \"a\", flags = Pattern.Flag.CASE_INSENSITIVE) String|@Pattern: a schema has no flags",
                "@Email(regexp = \"a+\") @Pattern(regexp = \"b+\") String|@Pattern: a schema has one pattern for a text",
                "@DecimalMin(\"much\") double|@DecimalMin: 'much' is no number",
                "@DecimalMin(\"0.5\") int|a bound of a whole number must be a whole number",
                "@Pattern(regexp = \"(?i)a\") String|does not mean the same to both",
            })
    void whatNoSchemaCanSayIsRefused(String argument, String complaint) {
        assertThat(newcomer(argument).errors()).singleElement().asString().contains(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Digits(integer = 3, fraction = 2) double|@Digits is not read here and does nothing",
                "@Past java.time.Instant|@Past is not read here and does nothing",
                "@Size(max = 3, groups = Runnable.class) String|@Size is for some groups only and is not read here",
                "List<@Size(max = 3) List<String>>|@Size of a list within a list is not read here",
            })
    void whatIsNotCheckedIsWarnedOf(String argument, String warning) {
        assertThat(newcomer(argument).warnings()).containsExactly("6: " + warning);
    }

    private static Shape text(int least, int most, String pattern, String format) {
        return new Shape.Text(new TextRules(least, most, pattern, format, List.of()));
    }
}
