package dev.footbridge.key;

import static dev.footbridge.key.KeyFixture.NOON;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.call.Reach;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyTermsTest {

    private static final KeyTerms TERMS = KeyTerms.of("alice", NOON);

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 366})
    void theLifetimeIsBounded(long days) {
        assertThatThrownBy(() -> TERMS.withLifetime(Duration.ofDays(days)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("365 days");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u001b[1m", "a\u202eb", "a\u200bb", "a\ud800"})
    void anOwnerIsPlainText(String name) {
        assertThatThrownBy(() -> KeyTerms.of(name, NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"", "a\\", "é"})
    void aScopeIsAScopeToken(String scope) {
        assertThatThrownBy(() -> TERMS.withScopes(List.of(scope))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a?", "é", "a\n"})
    void aPatternIsMadeOfTheLettersOfTools(String pattern) {
        assertThatThrownBy(() -> TERMS.withReach(Reach.ofTools(Set.of(pattern))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "notes://a b", "notes://é"})
    void thePatternOfAResourceHasTheCharactersOfUris(String pattern) {
        assertThatThrownBy(() -> TERMS.withReach(new Reach(Set.of(), Set.of(pattern), Set.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
