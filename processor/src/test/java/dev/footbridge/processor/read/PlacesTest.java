package dev.footbridge.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.processor.FootbridgeProcessor;
import dev.footbridge.processor.Workshop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake is shown at the very character: behind a mark in these sources. */
final class PlacesTest {

    private static final String HEAD = """
            package shop;
            import dev.footbridge.call.Call;
            import dev.footbridge.constraint.*;
            import dev.footbridge.tool.*;
            import java.util.*;
            """;

    private static final String METHODS = HEAD + """
            @McpTools
            class Shop {
              @Tool String /*!*/greet() { return ""; }
              /** One. @param it what @param thing which */
              @Tool void one(/*!*/@Allowed("a") int[] /*!*/it,
                  /*!*/@Allowed("x") @Min(2) long /*!*/other, /*!*/@Pattern("(") String thing) {}
              /** Two. @param a one @param b two @param c three */
              @Tool(effect = dev.footbridge.feature.Effect.READ_ONLY, name = /*!*/"a b", timeout = /*!*/"soon")
              void two(@Title("A") /*!*/@Min(5) String a,
                  /*!*/@Default("none") int b, @Name("b") int /*!*/c) {}
              /** Three. */
              @Resource(uri = /*!*/"orders") String three() { return ""; }
              /** Four. @param guest who */
              @Prompt String four(String guest) { return ""; }
              @Complete(prompt = "four", argument = /*!*/"guests") List<String> guests(String typed) { return null; }
              @Complete(prompt = /*!*/"five", argument = "guest") List<String> others(String typed) { return null; }
              /** Six. @param a one @param b two */
              @Tool @AtLeastOne(/*!*/{"a", "z"}) @Requires(value = "a", needs = /*!*/"y")
              void six(Optional<String> a, Optional<String> b) {}
              /** Seven. @param it what */
              @Tool void seven(Optional<Object> /*!*/it) {}
            }
            """;

    private static final String RECORDS = HEAD + """
            @McpTools(asks = /*!*/{Shop.Nothing.class})
            class Shop {
              record Nothing(int n) {}
              /** One. @param a one @param b two @param c three */
              @Tool void one(Order a, Kind b, Sized c) {}
              /** @param id which @param parts what */
              record Order(
                  String /*!*/city,
                  String
                  /*!*/street,
                  @Title("Id") /*!*/@Pattern("(") String id,
                  @Items(max = 3) /*!*/@Min(1) List<String> parts) {}
              enum Kind { A, /*!*/@Name("A") B }
              /** @param size how much */
              record Sized(/*!*/@Length(min = 3) int size) {
                Sized {
                  if (size < 0) { throw new IllegalArgumentException(); }
                }
              }
              @Question record Payment(String /*!*/cardNumber) {}
            }
            """;

    private final Path folder;

    PlacesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void mistakesOfMethodsAreShownAtTheNameTheAnnotationOrItsValue() {
        assertThat(byJavac(METHODS).places(Diagnostic.Kind.ERROR)).containsExactlyElementsOf(marks(METHODS));
    }

    @Test
    void mistakesOfRecordsAreShownAtTheComponentOrItsAnnotation() {
        assertThat(byJavac(RECORDS).places(Diagnostic.Kind.ERROR)).containsExactlyElementsOf(marks(RECORDS));
    }

    @Test
    void eclipseShowsTheSameMistakesOfMethodsOnTheSameLines() {
        List<String> byEclipse = byEclipse(METHODS).messages(Diagnostic.Kind.ERROR);

        assertThat(byEclipse)
                .containsExactlyInAnyOrderElementsOf(byJavac(METHODS).messages(Diagnostic.Kind.ERROR));
    }

    /** It knows no line in a record. */
    @Test
    void eclipseShowsTheSameMistakesOfRecordsAtTheClassWithTheirPlaceInWords() {
        List<String> byJavac = byJavac(RECORDS).messages(Diagnostic.Kind.ERROR);

        List<String> byEclipse = byEclipse(RECORDS).messages(Diagnostic.Kind.ERROR);

        assertThat(byEclipse.stream().map(PlacesTest::withoutPlace))
                .containsExactlyInAnyOrderElementsOf(
                        byJavac.stream().map(PlacesTest::withoutPlace).toList());
        assertThat(byEclipse)
                .contains("7: Order.street: 'street' needs a description, or models guess: write @param street in the"
                        + " Javadoc, or @Description")
                .anyMatch(error -> error.startsWith("7: Order.id: @Pattern cannot be read"))
                .anyMatch(error -> error.startsWith("7: Kind.B: two constants"))
                .anyMatch(error -> error.startsWith("6: Nothing is asked for"));
    }

    private static String withoutPlace(String message) {
        return message.replaceAll("^\\d+: (\\w+\\.\\w+: )?", "");
    }

    private Workshop.Outcome byJavac(String source) {
        return Workshop.in(folder)
                .with(new FootbridgeProcessor())
                .source(source)
                .compile();
    }

    private Workshop.Outcome byEclipse(String source) {
        return Workshop.in(folder)
                .by(new EclipseCompiler())
                .with(new FootbridgeProcessor())
                .source(source)
                .compile();
    }

    private static List<String> marks(String source) {
        List<String> marks = new ArrayList<>();
        int number = 0;
        for (String line : source.split("\n")) {
            number++;
            Matcher mark = Pattern.compile(Pattern.quote("/*!*/")).matcher(line);
            while (mark.find()) {
                marks.add(number + ":" + (mark.end() + 1));
            }
        }
        return marks;
    }
}
