package dev.footbridge.processor.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.protocol.Content;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a method returns becomes the result of its tool. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ResultsTest {

    private static final String MEMBERS = """
            /** Acts. */ @Tool void nothing() {}
            /** Acts. */ @Tool String text() { return "a"; }
            /** Acts. */ @Tool @Nullable String mayBeNull() { return null; }
            /** Acts. */ @Tool ToolResult whole() { return ToolResult.failure("no"); }
            /** Acts. */ @Tool Content picture() { return Content.text("b"); }
            /** Acts. */ @Tool List<Content> blocks() { return List.of(Content.text("c"), Content.text("d")); }
            /** Acts. */ @Tool Stream<Content.Text> stream() { return Stream.of(new Content.Text("e", null)); }
            /** Acts. */ @Tool static int count() { return 3; }
            /** Acts. */ @Tool static List<? extends Number1> wild() { return List.of(new Number1(1)); }
            /** Acts. */ @Tool Map<String, ? extends List<? extends Number1>> wilder() {
                return Map.of("a", List.of(new Number1(2)));
            }
            /** Acts. */ @Tool Numbers numbers() {
                return new Numbers(OptionalInt.of(1), OptionalLong.empty(), OptionalDouble.of(1e21), 0.1f);
            }
            /** Acts. */ @Tool Tree tree() { return new Tree("a", List.of(new Tree("b", List.of()))); }
            /** Acts. */ @Tool List<Shape> shapes() { return List.of(new Dot(), new Line(new Dot(), new Line(null, null))); }
            /** Acts. */ @Tool Dot dot() { return new Dot(); }
            /** Acts. */ @Tool List<String> holes() { return Arrays.asList("a", null); }
            /** Acts. */ @Tool Tree noTree() { return new Tree(null, List.of()); }
            /** Acts. */ @Tool double infinite() { return 1 / 0.0; }
            /** Acts. */ @Tool Optional<String> noOptional() { return null; }
            /** Acts. */ @Tool ToolResult noResult() { return null; }
            /** Acts. */ @Tool String fails() throws java.io.IOException { throw new java.io.IOException("disk"); }

            record Number1(int n) {}
            record Numbers(OptionalInt a, OptionalLong b, OptionalDouble c, float d) {}
            record Tree(String name, List<Tree> below) {}
            sealed interface Shape {}
            record Dot() implements Shape {}
            @Tag("line") record Line(@Nullable Shape from, @Nullable Line to) implements Shape {}
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
                "nothing|Done.",
                "text|a",
                "mayBeNull|null",
                "picture|b",
                "stream|e",
                "count|3",
                "wild|[{\"n\":1}]",
                "wilder|{\"a\":[{\"n\":2}]}",
                "numbers|{\"a\":1,\"c\":1.0E21,\"d\":0.1}",
                "tree|{\"name\":\"a\",\"below\":[{\"name\":\"b\",\"below\":[]}]}",
                "shapes|[{\"type\":\"Dot\"},{\"type\":\"line\",\"from\":{\"type\":\"Dot\"},\"to\":{\"from\":null,\"to\":null}}]",
                "dot|{}",
            })
    void aResultIsSent(String tool, String expected) {
        assertThat(kit.call(tool, "{}")).isEqualTo(expected);
    }

    @Test
    void structuredResultsAreTextForModelsToo() {
        assertThat(kit.result("count", "{}").content()).isEqualTo(List.of(Content.text("3")));
        assertThat(kit.result("text", "{}").structured()).isNull();
    }

    @Test
    void contentAndWholeResultsPassAsTheyAre() {
        assertThat(kit.result("blocks", "{}").content()).isEqualTo(List.of(Content.text("c"), Content.text("d")));
        assertThat(kit.result("whole", "{}").failed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "holes|the result of holes is null",
                "noTree|Tree.name is null",
                "infinite|the result of infinite is Infinity, which JSON cannot say",
                "noOptional|the result of noOptional is null",
                "noResult|the result of noResult is null",
            })
    void whatCannotBeSentIsTheAuthorsMistakeAndHasItsPlace(String tool, String message) {
        assertThatThrownBy(() -> kit.call(tool, "{}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void whatAMethodThrowsPasses() {
        assertThatThrownBy(() -> kit.call("fails", "{}"))
                .isInstanceOf(AssertionError.class)
                .hasCauseInstanceOf(IOException.class);
    }
}
