package dev.footbridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class B64TokenTest {

    @Test
    void itIsSpelledWithTheCharactersOfTheStandardAndWithNoOthers() {
        String standard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/";
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            String text = "a" + (char) c + "b";

            assertThat(B64Token.matches(text)).as("U+%04X", c).isEqualTo(standard.indexOf(c) >= 0);
        }
    }

    @Test
    void equalsSignsAreAtItsEndOnly() {
        assertThat(B64Token.matches("a==")).isTrue();
        assertThat(B64Token.matches("a=b")).isFalse();
        assertThat(B64Token.matches("=")).isFalse();
        assertThat(B64Token.matches("")).isFalse();
    }
}
