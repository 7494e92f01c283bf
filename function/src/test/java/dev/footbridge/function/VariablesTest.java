package dev.footbridge.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class VariablesTest {

    private static final Variables SAID = new Variables(Map.of(
            "FOOTBRIDGE_TEXT", "  a b ", "FOOTBRIDGE_BLANK", "  ", "FOOTBRIDGE_SWITCH", "off", "OTHER", "other"));

    @Test
    void blanksAroundATextAreNotMeantAndBlanksAloneSayNothing() {
        assertThat(SAID.text("TEXT")).hasValue("a b");
        assertThat(SAID.text("BLANK")).isEmpty();
        assertThat(SAID.text("OTHER")).isEmpty();
    }

    @Test
    void blanksPartWords() {
        assertThat(SAID.words("TEXT")).containsExactly("a", "b");
        assertThat(SAID.words("NONE")).isEmpty();
    }

    @Test
    void aSwitchHasTwoPositions() {
        assertThat(SAID.chosen("SWITCH", "on", "off", "on")).isFalse();
        assertThat(SAID.chosen("NONE", "on", "off", "on")).isTrue();
        assertThatThrownBy(() -> SAID.chosen("TEXT", "on", "off", "on")).hasMessage("FOOTBRIDGE_TEXT is on or off");
    }

    @Test
    void aChoiceIsSpeltWithHyphens() {
        assertThat(Variables.choice(Colour.values(), "dark-red")).hasValue(Colour.DARK_RED);
        assertThat(Variables.choice(Colour.values(), "DARK_RED")).isEmpty();
    }

    @Test
    void whatCannotBeMadeOfOneIsSaidWithItsName() {
        assertThat(Variables.naming("NUMBER", () -> Integer.valueOf("7"))).isEqualTo(7);
        assertThatThrownBy(() -> Variables.naming("NUMBER", () -> Integer.valueOf("seven")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("FOOTBRIDGE_NUMBER: ");
    }

    private enum Colour {
        DARK_RED
    }
}
