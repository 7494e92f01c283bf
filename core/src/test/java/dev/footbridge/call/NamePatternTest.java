package dev.footbridge.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "read_*, read_file, true",
        "read_*, read_, true",
        "read_*, write_read_file, false",
        "*, anything, true",
        "list, list, true",
        "list, lists, false",
        "list, List, false",
        "*_file, read_file, true",
        "a*b*c, axxbxbxc, true",
        "a*b*c, axxbxbx, false",
        "**, x, true"
    })
    void aStarStandsForAnyCharacters(String pattern, String name, boolean matches) {
        assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
    }

    @Test
    void aPatternOfManyStarsTakesNoTime() {
        assertThat(new NamePattern("*a".repeat(60) + "b").matches("a".repeat(5_000)))
                .isFalse();
    }
}
