package dev.footbridge.testkit.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.argument.Values;
import dev.footbridge.call.Caller;
import dev.footbridge.call.Client;
import dev.footbridge.call.RootsRequest;
import dev.footbridge.call.SampleRequest;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Content;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.protocol.RpcException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A tool as a plain class, without a server. */
final class TestCallTest {

    private static final Values ORDER = new Values(JsonObject.of("id", "DE1"));

    @Test
    void toolGetsTheAnswerOfTheTest() {
        TestCall call =
                TestCall.builder().answer("confirm", Reply.accept("yes", true)).build();

        assertThat(OrderPack.cancel(ORDER, call).content()).containsExactly(Content.text("Cancelled."));
        assertThat(call.questions()).singleElement().satisfies(question -> {
            assertThat(question.key()).isEqualTo("confirm");
            assertThat(question.message()).isEqualTo("Cancel order DE1?");
        });
    }

    @Test
    void userMayDecline() {
        TestCall call = TestCall.builder().answer("confirm", Reply.decline()).build();

        assertThatThrownBy(() -> OrderPack.cancel(ORDER, call))
                .isInstanceOf(ToolFailure.class)
                .hasMessage("The user said DECLINE.");
    }

    @Test
    void severalQuestionsAreAnsweredAtOnce() {
        TestCall call = TestCall.builder()
                .answer("model", Reply.sampled("hi"))
                .answer("folders", Reply.roots("file:///a"))
                .build();
        SampleRequest model = SampleRequest.of("Say hi.", 10);
        RootsRequest folders = new RootsRequest();

        assertThat(call.askAll(Map.of("model", model, "folders", folders)).get("folders", folders))
                .containsExactly(new RootsRequest.Root("file:///a", ""));
        assertThat(call.questions()).extracting(Question::key).containsExactlyInAnyOrder("model", "folders");
    }

    @Test
    void questionWithoutAnAnswerFailsTheTest() {
        TestCall call = TestCall.builder().answer("other", Reply.decline()).build();

        assertThatThrownBy(() -> OrderPack.cancel(ORDER, call))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("asked 'confirm'")
                .hasMessageContaining("Cancel order DE1?")
                .hasMessageContaining("answers only [other]");
    }

    @Test
    void answerThatDoesNotFitFailsTheTest() {
        TestCall call = TestCall.builder()
                .answer("confirm", Reply.accept("yes", "maybe"))
                .build();

        assertThatThrownBy(() -> OrderPack.cancel(ORDER, call))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("maybe")
                .hasMessageContaining("does not fit the question 'confirm'");
    }

    @Test
    void clientThatCannotBeAskedIsNot() {
        TestCall call = TestCall.builder()
                .client(Client.UNKNOWN)
                .answer("confirm", Reply.accept("yes", true))
                .build();

        assertThatThrownBy(() -> OrderPack.cancel(ORDER, call))
                .isInstanceOfSatisfying(
                        RpcException.class,
                        refusal -> assertThat(refusal.error().code()).isEqualTo(ErrorCode.MISSING_CLIENT_CAPABILITY));
        assertThat(call.questions()).isEmpty();
    }

    @Test
    void whatTheToolSaysIsKept() {
        TestCall call = TestCall.builder().build();

        OrderPack.pack(ORDER, call);
        call.progress(2, 2, "does not grow");
        call.releaseConnection();

        assertThat(call.progress()).containsExactly(Progress.of(1, 2), Progress.of(2, 2));
        assertThat(call.log()).containsExactly(new LogLine(LogLevel.DEBUG, Json.of("half of it")));
        assertThat(call.released()).isTrue();
    }

    @Test
    void toolSeesWhoCallsAndUntilWhen() {
        Instant end = Instant.parse("2026-01-01T00:00:00Z");
        TestCall call = TestCall.builder()
                .caller(new Caller("acme", "https://id.example", "ann", Set.of("read")))
                .deadline(end)
                .build();

        assertThat(OrderPack.whoAmI(ORDER, call).content()).containsExactly(Content.text("ann may read"));
        assertThat(call.deadline()).contains(end);
    }

    @Test
    void cancelledCallRunsItsActionsOnceAndSaysNothingMore() {
        TestCall call = TestCall.builder().build();
        List<String> ran = new ArrayList<>();
        call.onCancel(() -> ran.add("before"));

        call.cancel();
        call.cancel();
        call.onCancel(() -> ran.add("after"));
        OrderPack.pack(ORDER, call);

        assertThat(ran).containsExactly("before", "after");
        assertThat(call.cancelled()).isTrue();
        assertThat(call.progress()).isEmpty();
        assertThat(call.log()).isEmpty();
    }
}
