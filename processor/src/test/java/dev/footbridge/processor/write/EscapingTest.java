package dev.footbridge.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.processor.Workshop;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text that people can see arrives as it was written; what they cannot see is refused (MistakesTest). */
final class EscapingTest {

    private static final String SPECIAL = "\"\"\"\"\\\\u0041\\\n\r\t #Slot%s'é€\uD83D\uDE00\u2028,: {[ \\u000a";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 40, 68, 69, 70, 71, 72, 200, 2000})
    void aDescriptionOfAnyVisibleCharactersArrives(int length) {
        String description = "x" + special(length) + "x";

        Kit kit = Kit.of(folder, described(description));

        assertThat(kit.tool("act").listing().description()).isEqualTo(description);
    }

    @Test
    void aDescriptionLongerThanAConstantArrives() {
        String description = "Acts. " + "€ 12, \"ab\" ".repeat(10_000) + "End.";

        Kit kit = Kit.of(folder, "/** " + description + " */ @Tool public void act() {}");

        assertThat(kit.tool("act").listing().description()).isEqualTo(description);
    }

    @Test
    void namesOnTheWireMayHaveAnyCharacters() {
        String odd = "a\"\\b'\u00e9 \uD83D\uDE00#Slot%s";
        String members = """
                enum E { @Name(ODD) A }
                sealed interface S {}
                /** @param e e */ @Tag(ODD) record R(@Name(ODD) E e) implements S {}
                /** Acts. @param s s */ @Tool S act(@Name(ODD) S s) { return s; }
                """.replace("ODD", Literals.quoted(odd));

        Kit kit = Kit.of(folder, members);

        String name = Literals.quoted(odd);
        String value = "{\"type\":%s,%s:%s}".formatted(name, name, name);
        assertThat(kit.call("act", "{" + name + ":" + value + "}")).isEqualTo(value);
    }

    @Test
    void identifiersMayBeWrittenInAnyAlphabet() {
        Kit kit = Kit.of(folder, """
                enum Größe { GROẞ, KLEIN }
                record Maß(@Description("g") Größe größe) {}
                /** Misst. */ @Tool(name = "messen") Maß messen(Maß maß) { return maß; }
                """);

        assertThat(kit.call("messen", "{\"größe\":\"GROẞ\"}")).isEqualTo("{\"größe\":\"GROẞ\"}");
    }

    @Test
    void theSourceIsAscii() {
        Workshop.Outcome outcome = Kit.compile(folder, Kit.source(described("é€\uD83D\uDE00\u00ff")));

        assertThat(outcome.generated("shop/KitModule.java").chars()).allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
    }

    @Test
    void noLineIsWide() {
        Workshop.Outcome outcome = Kit.compile(folder, Kit.source(described("A sentence of words. ".repeat(100))));

        assertThat(outcome.generated("shop/KitModule.java").lines()).allMatch(line -> line.length() <= 120);
    }

    private static String described(String description) {
        return "@Tool(description = " + Literals.quoted(description) + ") public void act() {}\n";
    }

    private static String special(int length) {
        Random random = new Random(length);
        StringBuilder text = new StringBuilder();
        while (text.codePointCount(0, text.length()) < length) {
            int place = random.nextInt(SPECIAL.length());
            text.appendCodePoint(
                    SPECIAL.codePointAt(place - (Character.isLowSurrogate(SPECIAL.charAt(place)) ? 1 : 0)));
        }
        return text.toString();
    }
}
