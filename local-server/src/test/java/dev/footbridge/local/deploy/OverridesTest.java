package dev.footbridge.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was typed for the parameters of this house's template. */
class OverridesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A=plain-1.5|A=plain-1.5",
                "A=|A=\"\"",
                "A=one two|A=\"one two\"",
                "A=with\"mark|A=\"with\\\"mark\""
            })
    void samGetsWhatItWouldLoseOtherwiseInItsOwnQuotationMarks(String pair, String word) {
        assertThat(Overrides.word(pair, UnaryOperator.identity())).isEqualTo(word);
    }

    @Test
    void whatIsRefusedByItselfIsNotTypedAgain() throws Exception {
        Overrides typed = new Overrides(List.of(
                "FrontDor=alb",
                "MemorySize=64",
                "Timeout=20",
                "AllowedOrigins=https://a.example/",
                "Timeout=30",
                "JwtIssuer=https://id.example.com",
                "Tracing"));

        assertThat(typed.accepted(Template.read(Path.of("../template.yaml"))))
                .containsExactly("Timeout=20", "JwtIssuer=https://id.example.com");
    }
}
