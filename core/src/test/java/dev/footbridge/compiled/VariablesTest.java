package dev.footbridge.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.argument.Problem;
import dev.footbridge.json.JsonNumber;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What prompts and templates get as texts, and what is proposed and refused. */
class VariablesTest {

    @Test
    void aWholeNumberIsReadFromItsText() {
        ObjectSlot in = Variables.document(Map.of("page", "-7", "id", "7"), List.of("page"))
                .object();

        assertThat(in.required("page").integer(-9, 9).value()).isEqualTo(-7);
        assertThat(in.required("id").text().get()).isEqualTo("7");
        assertThat(in.ok(List.of("page", "id"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.0", "1e2", "+1", "01", "-0", " 1", "9223372036854775808", "١"})
    void aTextThatIsNoWholeNumberIsReported(String text) {
        Slot document = Variables.document(Map.of("page", text), List.of("page"));

        document.object().required("page").integer(0, 9);

        assertThat(document.problems()).containsExactly(new Problem("/page", "must be a whole number"));
    }

    @Test
    void namesThatBeginWithWhatWasTypedAreProposed() {
        assertThat(Proposals.startingWith("wA", List.of("WARM", "COLD", "water")))
                .containsExactly("WARM", "water");
        assertThat(Proposals.startingWith("", List.of("WARM", "COLD"))).containsExactly("WARM", "COLD");
    }

    @Test
    void aStreamOfProposalsIsReadAndClosed() {
        boolean[] closed = new boolean[1];

        List<String> proposals = Proposals.of(Stream.of("a", "b").onClose(() -> closed[0] = true));

        assertThat(proposals).containsExactly("a", "b");
        assertThat(closed[0]).isTrue();
    }

    @Test
    void aRefusalNamesEveryProblem() {
        List<Problem> problems = List.of(new Problem("/a", "must be b"), new Problem("/c", "must be d"));

        assertThat(Misfits.prompt(problems))
                .hasMessage("The arguments do not fit this prompt: /a: must be b; /c: must be d");
        assertThat(Misfits.answer(problems))
                .hasMessage("The user's answer does not fit: /a: must be b; /c: must be d. Ask again.");
    }

    @Test
    void aNumberThatA32BitFloatCannotHoldIsReported() {
        Slot large = Slot.of(new JsonNumber("1e39"));

        large.number().inFloat();

        assertThat(large.problems())
                .containsExactly(new Problem("", "must be a number within the range of a 32-bit float"));
    }
}
