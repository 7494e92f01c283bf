package dev.footbridge.testkit.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.argument.Values;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Content;
import dev.footbridge.protocol.ProtocolVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The two ways to test a tool, as short as they get. */
final class ExamplesTest {

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"V2024_11_05", "V2025_03_26"})
    void orderIsCancelledAfterTheUserAgreed(ProtocolVersion revision) {
        McpTester tester = McpTester.of(OrderPack.features()).revision(revision);

        assertThat(tester.answering(question -> Reply.accept("yes", true)).call("cancel_order", "id", "DE123"))
                .succeeded()
                .asked("Cancel order DE123?")
                .hasText("Cancelled.");
        assertThat(tester.call("cancel_order", "id", "x")).hasProblem("/id", "at least 3");
    }

    @Test
    void orderIsKeptIfTheUserSaysSo() {
        TestCall call =
                TestCall.builder().answer("confirm", Reply.accept("yes", false)).build();

        ToolResult result = OrderPack.cancel(new Values(JsonObject.of("id", "DE123")), call);

        assertThat(result.content()).containsExactly(Content.text("Kept."));
        assertThat(call.questions()).extracting(Question::message).containsExactly("Cancel order DE123?");
    }
}
