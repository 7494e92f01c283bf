package dev.footbridge.verification.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.testkit.author.McpTester;
import dev.footbridge.testkit.author.Reply;
import dev.footbridge.testkit.author.TestCall;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The annotated class through the whole walk of a request, in every revision. */
class ShopToolsTest {

    private static final ShopTools SHOP = ShopTools.withOneOrder();
    private static final McpTester TESTER = McpTester.of(FeatureSet.of(new ShopToolsModule(SHOP)));

    @ParameterizedTest
    @EnumSource(ProtocolVersion.class)
    void aToolIsListedAndCalled(ProtocolVersion revision) {
        McpTester tester = TESTER.revision(revision);

        assertThat(tester.listTools())
                .lists(
                        "basket",
                        "cancelOrder",
                        "draw",
                        "echo",
                        "findOrder",
                        "newestOrder",
                        "openBasket",
                        "opened",
                        "ring",
                        "show");
        assertThat(tester.call("findOrder", "id", "DE123456")).succeeded().hasText("""
                {"id":"DE123456","status":"OPEN","lines":[{"article":"Lamp","count":2,"note":null}]}""");
    }

    @Test
    void everyWrongArgumentIsToldAtOnceWithoutQuotingIt() {
        assertThat(TESTER.call("echo", """
                {"text":7,"count":51,"large":1.5,"share":2,"day":"tomorrow","id":"secret-value","status":"LOST",
                 "bytes":"%%%","tags":["a","a"],"rows":[[1],["x"]],"sizes":{"s":"x"},"tree":{"name":"r"},
                 "nothing":"x","free":[],"colour":"red"}"""))
                .hasProblem("/text", "must be a string")
                .hasProblem("/count", "must be at most 50")
                .hasProblem("/large", "must be a whole number")
                .hasProblem("/exact", "is missing")
                .hasProblem("/share", "must be at most 1")
                .hasProblem("/day", "such as 2026-07-28")
                .hasProblem("/id", "must be a UUID")
                .hasProblem("/status", "must be one of: OPEN, SHIPPED, returned")
                .hasProblem("/bytes", "must be bytes in base64")
                .hasProblem("/tags", "must not have the same item twice")
                .hasProblem("/rows/1/0", "must be a whole number")
                .hasProblem("/sizes/s", "must be a number")
                .hasProblem("/tree/children", "is missing; it must be a list")
                .hasProblem("/maybe", "must be given together with nothing")
                .hasProblem("/free", "must be an object");
    }

    @Test
    void whatAClientMirrorsInAHeaderMustAgree() {
        assertThat(TESTER.header("Mcp-Param-Order", "DE999999").call("findOrder", "id", "DE123456"))
                .refusedWith(ErrorCode.HEADER_MISMATCH);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"V2025_06_18", "V2025_11_25", "V2026_07_28"})
    void aToolThatAsksTwiceIsAnsweredTwice(ProtocolVersion revision) {
        McpTester tester = TESTER.revision(revision)
                .answering(question -> question.message().startsWith("Why")
                        ? Reply.accept("words", "too late", "kind", "LATE")
                        : Reply.accept("confirmed", true));

        assertThat(tester.call("cancelOrder", "id", "DE123456"))
                .succeeded()
                .hasStructured("{\"id\":\"DE123456\",\"why\":\"too late\",\"kind\":\"LATE\"}");
    }

    @Test
    void aModernToolAsksFirstAndReportsWhenItRunsToItsEnd() {
        McpTester keeping = TESTER.answering(
                question -> question.key().equals("reason") ? Reply.accept("words", "too late") : Reply.decline());

        assertThat(keeping.call("cancelOrder", "id", "DE123456"))
                .asked("reason")
                .asked("sure")
                .failedWith("The user kept the order.");
    }

    @Test
    void variantsAreToldApartByTheirTag() {
        assertThat(TESTER.call("draw", "{\"figure\":{\"kind\":\"circle\",\"radius\":2},\"label\":\"one\"}"))
                .hasStructured("{\"kind\":\"group\",\"parts\":[{\"kind\":\"circle\",\"radius\":2}],\"label\":\"one\"}");
        assertThat(TESTER.call("draw", "{\"figure\":{\"kind\":\"square\"}}"))
                .hasProblem("/figure/kind", "must be one of: circle, group");
        assertThat(TESTER.call("draw", "{\"figure\":{\"kind\":\"group\",\"parts\":[{\"radius\":1}],\"label\":\"x\"}}"))
                .hasProblem("/figure/parts/0/kind", "is missing");
    }

    @Test
    void resourcesPromptsAndCompletionAreServed() {
        assertThat(TESTER.readResource("shop://orders/DE123456")).succeeded();
        assertThat(TESTER.readResource("shop://orders/none")).refusedWith(ErrorCode.RESOURCE_NOT_FOUND);
        assertThat(TESTER.getPrompt("letter", "id", "DE1")).hasText("Write a PLAIN letter about order DE1.");
        assertThat(TESTER.getPrompt("letter", "id", "DE1", "tone", "LOUD")).refusedWith(ErrorCode.INVALID_PARAMS);
        assertThat(TESTER.completePrompt("letter", "id", "DE")).proposes("DE123456");
        assertThat(TESTER.completePrompt("letter", "tone", "")).proposes("WARM", "PLAIN");
    }

    @Test
    void theClassIsTestedAsTheClassItIs() {
        TestCall call = TestCall.builder()
                .answer("reason", new ShopTools.Reason("too late", ShopTools.Kind.LATE, Optional.empty()))
                .answer("sure", Reply.accept("confirmed", true))
                .build();

        assertThat(SHOP.cancelOrder("DE123456", call).why()).isEqualTo("too late");
        assertThat(call.progress()).hasSize(1);
        assertThat(SHOP.basket(SHOP.openBasket(call), call)).isEqualTo(JsonObject.of("articles", "none"));
    }
}
