package dev.footbridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HiddenCharactersTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x1B, 0x7F, 0x85, 0xAD, 0x200B, 0x200C, 0x200D, 0x200F, 0x202E, 0x2060, 0x2066, 0x3164, 0xFE0F,
                0xFEFF, 0xE0041, 0xE0100
            })
    void whatNobodySeesIsFound(int hidden) {
        assertThat(HiddenCharacters.firstIn("Finds" + Character.toString(hidden) + " one."))
                .hasValue(hidden);
        assertThat(HiddenCharacters.firstIn(Character.toString(hidden))).hasValue(hidden);
    }

    /** An emoji of a family and one in colour, Persian with a non-joiner, Hindi with a joiner, a keycap. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Finds one order.\n\tTwo lines.",
                "Größe: 10 €, \u201Cquoted\u201D \u2013 done",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\u2764\uFE0F\u200D\uD83D\uDD25",
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "\u0915\u094D\u200D\u0937",
                "1\uFE0F\u20E3",
                "\u65E5\u672C\u8A9E"
            })
    void whatScriptsAndEmojiNeedIsNotMeant(String text) {
        assertThat(HiddenCharacters.firstIn(text)).isEmpty();
    }

    @Test
    void selectorsInARowCarryWords() {
        assertThat(HiddenCharacters.firstIn("\uD83D\uDE00\uFE0F\uFE0E")).hasValue(0xFE0E);
        assertThat(HiddenCharacters.nameOf(0x200B)).isEqualTo("U+200B");
        assertThat(HiddenCharacters.nameOf(0xE0041)).isEqualTo("U+E0041");
    }

    @Test
    void shownTextHasNoCodesForTerminalsAndDirections() {
        assertThat(ShownText.of("a\u001B[31mred\u202Egnihtemos\u2069\u0085\u0000"))
                .isEqualTo("a[31mredgnihtemos");
        assertThat(ShownText.of("x" + Character.toString(0xE0041) + "\uD83D\uDE00"))
                .isEqualTo("x\uD83D\uDE00");
    }

    @Test
    void shownTextIsTheSameTextIfThereIsNothingToTakeOut() {
        for (String text :
                new String[] {"", "plain\r\n\ttext", "Größe \u2013 \u201Cx\u201D", "\uD83D\uDC68\u200D\uD83D\uDC69"}) {
            assertThat(ShownText.of(text)).isEqualTo(text);
        }
        String plain = "a long text";
        assertThat(ShownText.of(plain)).isSameAs(plain);
    }
}
