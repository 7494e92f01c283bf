package dev.footbridge.testkit.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.protocol.ClientCapabilities;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.testkit.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What tools ask, and what a tester answers, in both eras. */
final class QuestionsTest {

    private static final ClientCapabilities FORMS = new ClientCapabilities(JsonText.object("{\"elicitation\":{}}"));

    private final McpTester tester = McpTester.of(OrderPack.features());

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"V2024_11_05", "V2025_03_26"})
    void formIsAnswered(ProtocolVersion revision) {
        McpTester client = tester.revision(revision);

        assertThat(client.answering(question -> Reply.accept("yes", true)).call("cancel_order", "id", "DE1"))
                .succeeded()
                .asked("Cancel order DE1?")
                .hasText("Cancelled.");
        assertThat(client.answering(question -> Reply.decline()).call("cancel_order", "id", "DE1"))
                .failedWith("The user said DECLINE.");
        assertThat(client.answering(question -> Reply.cancel()).call("cancel_order", "id", "DE1"))
                .failedWith("The user said CANCEL.");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"V2024_11_05", "V2025_03_26"})
    void questionSaysWhatIsAsked(ProtocolVersion revision) {
        Outcome outcome = tester.revision(revision)
                .answering(question -> Reply.accept("yes", false))
                .call("cancel_order", "id", "DE1");

        Question question = outcome.questions().get(0);
        assertThat(outcome.questions()).hasSize(1);
        assertThat(question.kind()).isEqualTo(Question.Kind.FORM);
        assertThat(question.key()).isEqualTo(revision.isModern() ? "confirm" : "");
        assertThat(question.message()).isEqualTo("Cancel order DE1?");
        assertThat(question.requestedSchema().object("properties").orElseThrow().has("yes"))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void modelIsAnswered(ProtocolVersion revision) {
        assertThat(tester.revision(revision)
                        .answering(question -> Reply.sampled(question.kind() + " says hi"))
                        .call("ask_model"))
                .hasText("SAMPLING says hi");
    }

    @ParameterizedTest
    @EnumSource
    void foldersAreAnswered(ProtocolVersion revision) {
        assertThat(tester.revision(revision)
                        .answering(question -> Reply.roots("file:///a", "file:///b"))
                        .call("ask_folders"))
                .hasText("file:///a file:///b");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"V2025_11_25", "V2026_07_28"})
    void pageIsAnswered(ProtocolVersion revision) {
        Outcome outcome =
                tester.revision(revision).answering(question -> Reply.accept()).call("pay");

        assertThat(outcome).hasText("ACCEPT");
        assertThat(outcome.questions().get(0).kind()).isEqualTo(Question.Kind.URL);
        assertThat(outcome.questions().get(0).url()).isEqualTo("https://pay.example/1");
    }

    @Test
    void modernClientWithoutAnswersIsLeftWithTheQuestion() {
        Outcome outcome = tester.capabilities(FORMS).call("cancel_order", "id", "DE1");

        assertThat(outcome).asked("confirm").hasStatus(200);
        assertThat(outcome.inputRequired()).isTrue();
    }

    @Test
    void legacyClientWithoutAnswersGivesUp() {
        Outcome outcome =
                tester.revision(ProtocolVersion.V2025_11_25).capabilities(FORMS).call("cancel_order", "id", "DE1");

        assertThat(outcome).asked("Cancel order DE1?").isUnanswered();
    }

    @Test
    void clientThatCannotBeAskedIsToldSo() {
        assertThat(tester.call("cancel_order", "id", "DE1"))
                .refusedWith(ErrorCode.MISSING_CLIENT_CAPABILITY)
                .hasStatus(400)
                .askedNothing();
        assertThat(tester.revision(ProtocolVersion.V2025_03_26)
                        .answering(question -> Reply.accept("yes", true))
                        .call("cancel_order", "id", "DE1"))
                .failedWith("elicitation/create")
                .askedNothing();
    }

    @Test
    void questionsThatDoNotEndAreAnError() {
        McpTester patient = tester.answering(question -> Reply.accept("yes", true));

        assertThatThrownBy(() -> patient.call("ask_forever"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("10 rounds")
                .hasMessageContaining("again9");
    }
}
