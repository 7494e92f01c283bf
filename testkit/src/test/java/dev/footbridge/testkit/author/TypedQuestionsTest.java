package dev.footbridge.testkit.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.argument.Field;
import dev.footbridge.argument.Fields;
import dev.footbridge.argument.Values;
import dev.footbridge.call.Call;
import dev.footbridge.call.Declined;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.protocol.ProtocolVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Questions whose answers are read as records, in the revisions whose clients can be asked. */
class TypedQuestionsTest {

    private static final Field<String> CITY = Field.text("city").minLength(2);

    record Trip(String city) {}

    record Stranger(String name) {}

    /** What the annotation processor would write. */
    private static final class TripQuestion implements dev.footbridge.call.Question<Trip> {
        @Override
        public Fields fields() {
            return Fields.of(CITY);
        }

        @Override
        public Trip read(Values answer) {
            return new Trip(answer.get(CITY));
        }
    }

    private static final FeatureSet FEATURES = FeatureSet.builder()
            .tool(Tool.named("travel")
                    .describedAs("Books a trip.")
                    .calls((in, call) -> ToolResult.text("To " + ask(call).city())))
            .tool(Tool.named("stray")
                    .describedAs("Asks for what no module knows.")
                    .calls((in, call) -> ToolResult.text(
                            call.ask("who", Stranger.class, "Who?").name())))
            .questions(type -> type == Trip.class ? Optional.of(new TripQuestion()) : Optional.empty())
            .build();

    private static Trip ask(Call call) {
        return call.ask("trip", Trip.class, "Where to?");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"V2025_06_18", "V2025_11_25", "V2026_07_28"})
    void anAnswerIsReadAsItsRecord(ProtocolVersion revision) {
        McpTester tester =
                McpTester.of(FEATURES).revision(revision).answering(question -> Reply.accept("city", "Oslo"));

        assertThat(tester.call("travel")).succeeded().asked("Where to?").hasText("To Oslo");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"V2025_06_18", "V2025_11_25", "V2026_07_28"})
    void aUserWhoSaysNoIsToldToTheModel(ProtocolVersion revision) {
        McpTester tester = McpTester.of(FEATURES).revision(revision);

        assertThat(tester.answering(question -> Reply.decline()).call("travel")).failedWith("The user declined");
        assertThat(tester.answering(question -> Reply.cancel()).call("travel"))
                .failedWith("closed the question without an answer");
    }

    @Test
    void aRecordThatIsNoQuestionIsTheAuthorsMistake() {
        McpTester tester = McpTester.of(FEATURES).answering(question -> Reply.accept("name", "x"));

        assertThat(tester.call("stray"))
                .failedWith("Something went wrong on the server")
                .askedNothing();
    }

    @Test
    void aPlainTestFillsInTheRecordItself() {
        TestCall call = TestCall.builder().answer("trip", new Trip("Bergen")).build();

        assertThat(ask(call)).isEqualTo(new Trip("Bergen"));
        assertThat(call.questions()).extracting(Question::key).containsExactly("trip");
    }

    @Test
    void aPlainTestCanSayNoOrForgetToAnswer() {
        TestCall declining = TestCall.builder().answer("trip", Reply.decline()).build();

        assertThatThrownBy(() -> ask(declining)).isInstanceOf(Declined.class);
        assertThatThrownBy(() -> ask(TestCall.builder().build()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("'trip' for Trip");
    }
}
