package dev.footbridge.testkit.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.protocol.ClientCapabilities;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.LogLevel;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** An assertion that fails says what was expected, what was found, and what went over the wire. */
final class OutcomeAssertTest {

    private final McpTester tester = McpTester.of(OrderPack.features());
    private final Outcome found = tester.call("find_order", "id", "DE1");

    private static String complaint(Outcome outcome, Consumer<OutcomeAssert> assertion) {
        AssertionError error = catchThrowableOfType(AssertionError.class, () -> assertion.accept(assertThat(outcome)));
        assertThat(error).isNotNull();
        return String.valueOf(error.getMessage());
    }

    @Test
    void failureShowsRequestAndResponse() {
        String complaint = complaint(found, it -> it.failedWith("gone"));

        assertThat(complaint)
                .contains("expected: a failed tool that says 'gone'")
                .contains("   found: result {")
                .contains("> POST /mcp")
                .contains("> mcp-method: tools/call")
                .contains(">     \"name\": \"find_order\"")
                .contains("< 200")
                .contains("< content-type: application/json")
                .contains("<     \"structuredContent\": {");
    }

    @Test
    void failureIsCausedByWhatTheToolThrew() {
        McpTester broken = McpTester.of(FeatureSet.builder()
                .tool(Tool.named("pack").describedAs("Packs.").takes().calls((in, call) -> {
                    throw new IllegalStateException("no boxes");
                }))
                .build());
        Outcome outcome = broken.call("pack");

        assertThatThrownBy(() -> assertThat(outcome).succeeded())
                .hasMessageContaining(
                        "server: ERROR tools/call pack failed (java.lang.IllegalStateException: no boxes)")
                .hasRootCauseMessage("no boxes");
        assertThat(broken.serverLog()).isEqualTo(outcome.serverLog()).hasSize(1);
    }

    @Test
    void failureShowsNoCredential() {
        String complaint =
                complaint(tester.bearer("opensesame").call("find_order", "id", "DE1"), it -> it.hasStatus(1));

        assertThat(complaint).contains("> authorization: ***").doesNotContain("opensesame");
    }

    @Test
    void failureNamesWhatWasFoundInstead() {
        Outcome refused = tester.call("lose_order");
        Outcome failed = tester.call("find_order", "id", "gone");
        Outcome wrong = tester.call("find_order", "id", "x");

        assertThat(complaint(refused, OutcomeAssert::succeeded))
                .contains("expected: a result", "-32602", "Unknown tool");
        assertThat(complaint(failed, OutcomeAssert::succeeded)).contains("a failed tool that says 'There is no order");
        assertThat(complaint(refused, it -> it.refusedWith(ErrorCode.METHOD_NOT_FOUND)))
                .contains("expected: error -32601 (METHOD_NOT_FOUND)");
        assertThat(complaint(wrong, it -> it.hasProblem("/limit", "is missing")))
                .contains("expected: a problem at /limit that says 'is missing'", "found: problems [/id: ");
        assertThat(complaint(found, it -> it.reported(Progress.of(1, 2)))).contains("found: progress []");
        assertThat(complaint(found, it -> it.logged(LogLevel.INFO, "x"))).contains("expected: INFO line", "log []");
        assertThat(complaint(found, it -> it.asked("confirm"))).contains("expected: questions [confirm]");
        assertThat(complaint(found, OutcomeAssert::cameAsStream)).contains("expected: an event stream");
        assertThat(complaint(found, OutcomeAssert::isUnanswered)).contains("expected: no answer");
        assertThat(complaint(found, it -> it.hasText("other"))).contains("expected: the text 'other'");
        assertThat(complaint(found, it -> it.containsText("other"))).contains("a text that holds 'other'");
        assertThat(complaint(found, it -> it.hasHeader("x-more", "1"))).contains("header x-more: 1", "found: none");
        assertThat(complaint(tester.listPrompts(), it -> it.lists("other"))).contains("found: a list of [explain]");
        assertThat(complaint(tester.completePrompt("explain", "order", "A"), it -> it.proposes("B")))
                .contains("found: proposals [Ax]");
        assertThat(complaint(tester.call("pack_order"), OutcomeAssert::cameAsJson))
                .contains("found: an event stream");
    }

    @Test
    void openQuestionIsNoSuccess() {
        Outcome open =
                tester.capabilities(new ClientCapabilities(Profile.ANSWERS_ALL)).call("cancel_order", "id", "DE1");

        assertThat(complaint(open, OutcomeAssert::succeeded)).contains("open questions [", "answering(...)");
        assertThat(complaint(open, OutcomeAssert::askedNothing)).contains("expected: no questions");
    }

    @Test
    void jsonIsComparedAsJson() {
        assertThat(found)
                .hasStructured("{ \"limit\": 1e1, \"id\": \"DE1\" }")
                .hasStructured("{\"id\":\"${match:DE.}\",\"${more}\":0}");
        assertThat(complaint(found, it -> it.hasStructured("{\"id\":\"DE1\",\"limit\":11}")))
                .contains(
                        "expected: structured content {\"id\":\"DE1\",\"limit\":11}",
                        "found: /limit is 10 instead of 11");
        assertThat(complaint(tester.call("pack_order"), it -> it.hasStructured("{}")))
                .contains("it is missing");
    }

    @Test
    void descriptionAndSoftAssertionsWork() {
        SoftAssertions softly = new SoftAssertions();
        softly.check(() -> assertThat(found).as("the order").hasStatus(404));

        assertThat(softly.errorsCollected())
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .hasMessageStartingWith("[the order] ")
                        .hasMessageContaining("expected: status 404")
                        .hasMessageContaining("found: status 200"));
    }
}
