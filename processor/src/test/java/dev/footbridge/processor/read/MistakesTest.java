package dev.footbridge.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.processor.Complaints;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake is an error of the compiler, at the line where it can be mended. */
final class MistakesTest {

    private final Complaints complaints;

    MistakesTest(@TempDir Path folder) {
        this.complaints = new Complaints(folder);
    }

    @Test
    void aToolNeedsADescription() {
        assertThat(complaints.errors("@Tool String greet() { return \"\"; }"))
                .containsExactly("1: tool greet needs a description, models choose by it: write Javadoc");
    }

    @Test
    void anArgumentNeedsADescriptionWhereverItIs() {
        String members = """
                /** Greets. @param place where */
                @Tool String greet(String name, Place place) { return ""; }
                record Place(
                    String city) {}
                """;

        assertThat(complaints.errors(members))
                .containsExactlyInAnyOrder(
                        "2: 'name' needs a description, or models guess: write @param name in the Javadoc, or"
                                + " @Description",
                        "4: 'city' needs a description, or models guess: write @param city in the Javadoc, or"
                                + " @Description");
    }

    @Test
    void whatPeopleCannotSeeIsRefused() {
        String members = """
                /** Greets.\u200B @param name who */
                @Tool String greet(String name) { return ""; }
                /** Bids farewell. @param name who\u202E */
                @Tool String bye(String name) { return ""; }
                """;

        assertThat(complaints.errors(members))
                .containsExactlyInAnyOrder(
                        "2: tool greet holds an invisible character, U+200B",
                        "4: tool bye holds an invisible character, U+202E");
    }

    @Test
    void aSecretIsNotMirroredInAHeader() {
        String members = """
                /** Logs in. @param apiKey which */
                @Tool String login(@Header("Key") String apiKey) { return ""; }
                /** Pays. @param with what */
                @Tool String pay(@Header("Authorization") String with) { return ""; }
                """;

        assertThat(complaints.errors(members))
                .containsExactly(
                        "2: @Header is not for secrets, as 'apiKey' seems to be: headers are logged on their way",
                        "4: @Header is not for secrets, as 'with' seems to be: headers are logged on their way");
    }

    @Test
    void twoToolsOfOneNameAreRefused() {
        String members = """
                /** Greets. */
                @Tool String greet() { return ""; }
                /** Bids farewell. */
                @Tool(name = "greet") String bye() { return ""; }
                """;

        assertThat(complaints.errors(members)).containsExactly("4: there is a tool 'greet' in this class already");
    }

    @Test
    void aScopeThatNoTokenCanHaveIsRefused() {
        assertThat(complaints.errors(
                        "/** G. */ @Tool(scopes = {\"a b\", \"c\", \"c\"}) String greet() { return \"\"; }"))
                .containsExactlyInAnyOrder(
                        "1: a scope is made of printable ASCII without blanks, quotes and backslashes",
                        "1: a scope is named twice");
    }

    @Test
    void aRateOrACostThatCannotBeIsRefused() {
        assertThat(complaints.errors("/** G. */ @Tool(rate = \"10/week\", cost = -1) String greet() { return \"\"; }"))
                .containsExactlyInAnyOrder(
                        "1: a rate is written like 60/min, 5/s, 10/h or 1000/day", "1: a cost is not negative");
    }

    @Test
    void aToolNameOutsideTheProtocolIsRefused() {
        assertThat(complaints.errors("/** Greets. */ @Tool(name = \"say hello\") String greet() { return \"\"; }"))
                .containsExactly("1: tool name 'say hello' must be 1 to 128 of A-Z a-z 0-9 _ . -");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Object|java.lang.Object has no schema: say which type it is; JsonObject takes any object, Json any value",
                "char|char has no schema: use String with @Length(min = 1, max = 1)",
                "int[]|int[] has no schema: use List",
                "Date|java.util.Date has no schema: use java.time.Instant",
                "ArrayList<String>|java.util.ArrayList<java.lang.String> has no schema: use List",
                "List<Optional<String>>|java.util.Optional<java.lang.String> has no schema: Optional stands for a whole",
                "Map<Integer, String>|the keys of a Map must be String: they are names of members in JSON",
                "Thread|java.lang.Thread has no schema: use a record, an enum or a sealed interface of records",
                "Runnable|java.lang.Runnable has no schema: use a record, an enum or a sealed interface of records",
            })
    void aTypeWithoutASchemaIsRefusedWithAdvice(String type, String advice) {
        String members = "/** Does it. @param it what */ @Tool void act(" + type + " it) {}";

        assertThat(complaints.errors(members)).singleElement().asString().contains(advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Length(max = 3) int it|@Length says nothing about a int",
                "@Min(1) String it|@Min says nothing about a java.lang.String",
                "@Items(max = 3) String it|@Items says nothing about a java.lang.String",
                "@Min(5) @Max(1) int it|no number is between these bounds",
                "@Min(0.5) int it|a bound of a whole number must be a whole number",
                "@Length(min = 5, max = 1) String it|@Length must hold 0 <= min <= max",
                "@MultipleOf(\"0\") double it|@MultipleOf must be a decimal number greater than zero",
                "@MultipleOf(\"9223372036854775808\") long it|@MultipleOf of a whole number must be a whole number of at most 18",
                "@MultipleOf(\"0.5\") int it|@MultipleOf of a whole number must be a whole number",
                "@Default(\"x\") int it|@Default(\"x\") is no whole number from",
                "@Default(\"0\") @Min(1) int it|@Default(\"0\") is no whole number from 1",
                "@Default(\"perhaps\") boolean it|is no true or false",
                "@Default(\"today\") LocalDate it|@Default(\"today\") is no java.time.LocalDate",
                "@Default(\"abc\") @Pattern(\"[0-9]+\") String it|is no text that this argument accepts",
                "@Default(\"GBP\") @Allowed({\"EUR\", \"USD\"}) String it|@Default(\"GBP\") is no value of EUR, USD",
                "@Default(\"NOW\") Thread.State it|is no constant of java.lang.Thread.State: NEW, RUNNABLE",
                "@Example(\"x\") long it|@Example(\"x\") is no whole number",
                "@Pattern(\"(\") String it|@Pattern cannot be read as RE2",
                "@Pattern(\"(?i)x\") String it|does not mean the same to both",
                "@Pattern(\"\\\\Ax\") String it|does not mean the same to both",
                "@Pattern(\"(x)\\\\1\") String it|does not mean the same to both",
                "@Default(\"1\") Optional<Integer> it|@Default leaves nothing absent",
                "@Header(\"Region\") double it|@Header is for text, whole numbers of 64 bits and flags only",
                "@Header(\"Region\") List<String> it|@Header is for text",
                "@Header(\"a b\") String it|@Header must be a token of RFC 9110",
            })
    void aConstraintThatCannotHoldIsRefused(String parameter, String complaint) {
        String members = "/** Does it. @param it what */ @Tool void act(" + parameter + ") {}";

        assertThat(complaints.errors(members)).singleElement().asString().contains(complaint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[A-Z]{2}\\\\d{6}",
                "a|b",
                "^x$",
                "[^\\\\s]+",
                "(?:ab)+?",
                "\\\\w+@\\\\w+\\\\.[a-z]{2,}",
                "\\\\\\\\d"
            })
    void aPatternThatMeansTheSameToBothIsTaken(String pattern) {
        String members = "/** Does it. @param it what */ @Tool void act(@Pattern(\"" + pattern + "\") String it) {}";

        assertThat(complaints.errors(members)).isEmpty();
    }

    @Test
    void aRecordThatNeedsItselfIsRefusedAndOneThatMayEndIsNot() {
        String endless = """
                /** Walks. @param step first */
                @Tool void walk(Step step, int more) {}
                /** @param next then */
                record Step(Step next) {}
                """;
        String ending = """
                /** Walks. @param tree whole @param more how many */
                @Tool void walk(Tree tree, int more) {}
                /** @param name its name @param children below it */
                record Tree(String name, List<Tree> children) {}
                """;

        assertThat(complaints.errors(endless)).anyMatch(error -> error.startsWith("4: Step needs itself without end"));
        assertThat(complaints.errors(ending)).isEmpty();
    }

    @Test
    void aQuestionIsFlatAndAsksForNoSecret() {
        String members = """
                /** Buys. */
                @Tool void buy(Call call) {}
                @Question record Payment(
                    String cardNumber,
                    List<String> remarks,
                    @Pattern("x+") String code,
                    int amount) {}
                """;

        assertThat(complaints.errors(members))
                .hasSize(3)
                .anyMatch(error -> error.startsWith("4: 'cardNumber' looks like a secret"))
                .anyMatch(error -> error.startsWith("5: a form cannot show 'remarks'"))
                .anyMatch(error -> error.startsWith("6: a form cannot show 'code'"));
    }

    @Test
    void whatCannotBeCalledIsRefused() {
        String members = """
                /** One. */
                @Tool private void hidden() {}
                /** Two. @param it what */
                @Tool <T> void generic(List<T> it) {}
                /** Three. */
                @Tool void twice(Call one, Call other) {}
                """;

        assertThat(complaints.errors(members))
                .anyMatch(error -> error.startsWith("2: generated code cannot call a private method"))
                .anyMatch(error -> error.startsWith("4: a method with type parameters"))
                .anyMatch(error -> error.startsWith("6: one Call is enough"));
    }

    @Test
    void crossFieldRulesNameMembersThatMayBeLeftOut() {
        String members = """
                /** Finds. @param a one @param b two */
                @Tool @AtLeastOne({"a", "c"}) @Requires(value = "b", needs = "a")
                void find(Optional<String> a, String b) {}
                """;

        assertThat(complaints.errors(members))
                .containsExactlyInAnyOrder(
                        "2: there is no 'c' here",
                        "2: 'b' has to be there in any case: make it Optional, or drop the rule");
    }

    @Test
    void aTemplateAndItsParametersNameTheSameVariables() {
        String members = """
                /** Reads. @param id which */
                @Resource(uri = "orders://{id}/{part}") String order(String id) { return ""; }
                /** Reads. @param id which */
                @Resource(uri = "orders://all") String orders(String id) { return ""; }
                /** Reads. */
                @Resource(uri = "orders") String relative() { return ""; }
                """;

        assertThat(complaints.errors(members))
                .containsExactlyInAnyOrder(
                        "2: no parameter takes the variable {part}",
                        "4: the URI has no variable {id}",
                        "6: the URI needs a scheme, such as orders://recent");
    }

    @Test
    void aCompletionBelongsToSomething() {
        String members = """
                /** Welcomes. @param guest who */
                @Prompt String welcome(String guest) { return ""; }
                @Complete(prompt = "welcome", argument = "guests") List<String> one(String typed) { return List.of(); }
                @Complete(prompt = "farewell", argument = "guest") List<String> two(String typed) { return List.of(); }
                @Complete(argument = "guest") List<Integer> three(int typed) { return List.of(); }
                """;

        assertThat(complaints.errors(members))
                .contains("3: there is no argument 'guests' to complete", "4: this class has no prompt farewell")
                .anyMatch(error -> error.startsWith("5: @Complete needs either"))
                .anyMatch(error -> error.startsWith("5: a completion returns"));
    }

    @Test
    void toolsThatModelsConfuseAreWarnedOf() {
        String members = """
                /** Finds one order of a customer by its number. */
                @Tool String findOrder() { return ""; }
                /** Finds every order that a customer has ever placed with us, newest first. */
                @Tool String findOrders() { return ""; }
                /** Deletes the draft of a letter for good. */
                @Tool String deleteDraft() { return ""; }
                /** Deletes the draft of a letter for good! */
                @Tool String discard() { return ""; }
                /** Deletes the draft of a letter for good, too. */
                @SuppressWarnings("footbridge") @Tool String drop() { return ""; }
                """;

        assertThat(complaints.warnings(members))
                .hasSize(2)
                .anyMatch(warning -> warning.startsWith("4: models will confuse the tools findOrder and findOrders"))
                .anyMatch(warning -> warning.startsWith("8: models will confuse deleteDraft and discard"));
    }

    @Test
    void aMistakeInAnotherFileIsShownWithItsPlace() {
        assertThat(complaints.errors(
                        "/** Sorts. @param by how */ @Tool void sort(java.util.Optional<Thread.State> by) {}"))
                .isEmpty();
        assertThat(complaints.errors(
                        "/** Opens. @param it what */ @Tool void open(java.util.Locale.Category it, Empty e) {}\n"
                                + "/** @param a one */ record Empty(String a, String b) {}"))
                .anyMatch(error -> error.contains("'b' needs a description"));
    }
}
