package dev.footbridge.testkit.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footbridge.McpServer;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.protocol.ProtocolVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation, in every revision. */
final class McpTesterTest {

    private final McpTester tester = McpTester.of(OrderPack.features());

    @ParameterizedTest
    @EnumSource
    void toolIsCalled(ProtocolVersion revision) {
        Outcome outcome = tester.revision(revision).call("find_order", "id", "DE123");

        assertThat(outcome)
                .succeeded()
                .hasStatus(200)
                .cameAsJson()
                .askedNothing()
                .reported()
                .hasText("{\"id\":\"DE123\",\"limit\":10}");
        assertThat(outcome.structured().isPresent()).isEqualTo(revision.atLeast(ProtocolVersion.V2025_06_18));
    }

    @ParameterizedTest
    @EnumSource
    void toolsAreListed(ProtocolVersion revision) {
        assertThat(tester.revision(revision).listTools())
                .succeeded()
                .lists(
                        "ask_folders",
                        "ask_forever",
                        "ask_model",
                        "cancel_order",
                        "come_back",
                        "find_order",
                        "pack_order",
                        "pay",
                        "who_am_i");
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsListed(ProtocolVersion revision) {
        ServerConfig small = ServerConfig.DEFAULTS.toBuilder().pageSize(2).build();
        McpTester paged = McpTester.of(McpServer.named(Implementation.of("paged", "1"))
                .features(OrderPack.features())
                .config(small));

        Outcome outcome = paged.revision(revision).listTools();

        assertThat(outcome.names()).hasSize(9);
        assertThat(outcome.result().orElseThrow().has("nextCursor")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void resourcesAreListedAndRead(ProtocolVersion revision) {
        McpTester client = tester.revision(revision);

        assertThat(client.listResources()).succeeded().lists("one");
        assertThat(client.readResource("order://one")).succeeded().hasText("Order one");
        assertThat(client.readResource("order://7/lines")).succeeded().hasText("Lines of 7");
        assertThat(client.readResource("order://two")).refusedWith(ErrorCode.RESOURCE_NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource
    void promptsAreListedAndRendered(ProtocolVersion revision) {
        McpTester client = tester.revision(revision);

        assertThat(client.listPrompts()).succeeded().lists("explain");
        assertThat(client.getPrompt("explain", "order", "7")).succeeded().hasText("Explain order 7");
        assertThat(client.getPrompt("explain")).refusedWith(ErrorCode.INVALID_PARAMS, "'order'");
    }

    @ParameterizedTest
    @EnumSource
    void valuesAreProposed(ProtocolVersion revision) {
        McpTester client = tester.revision(revision);

        assertThat(client.completePrompt("explain", "order", "A")).succeeded().proposes("Ax");
        assertThat(client.completeTemplate("order://{id}/lines", "id", "4"))
                .succeeded()
                .proposes("41", "42");
    }

    @ParameterizedTest
    @EnumSource
    void serverSaysWhatItIs(ProtocolVersion revision) {
        assertThat(tester.revision(revision).discover())
                .succeeded()
                .hasResult("{\"capabilities\":{\"tools\":\"${any}\",\"${more}\":0},\"${more}\":0}");
    }

    @ParameterizedTest
    @EnumSource
    void whatHappensOnTheWayIsKept(ProtocolVersion revision) {
        assertThat(tester.revision(revision).call("pack_order"))
                .succeeded()
                .cameAsStream()
                .hasHeader("content-type", "text/event-stream")
                .reported(Progress.of(1, 2), Progress.of(2, 2))
                .logged(LogLevel.DEBUG, "half");
    }

    @ParameterizedTest
    @EnumSource
    void clientHearsOnlyTheLevelsItWants(ProtocolVersion revision) {
        Outcome outcome = tester.revision(revision).logging(LogLevel.WARNING).call("pack_order");

        assertThat(outcome.log()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void failureOfAToolIsAnOutcome(ProtocolVersion revision) {
        assertThat(tester.revision(revision).call("find_order", "id", "gone")).failedWith("There is no order gone.");
    }

    @Test
    void failureOfAToolIsInNoLog() {
        assertThat(tester.call("find_order", "id", "gone").serverLog()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyWrongArgumentIsListed(ProtocolVersion revision) {
        assertThat(tester.revision(revision).call("find_order", "{\"id\":\"x\",\"limit\":99,\"more\":true}"))
                .hasProblem("/id", "3")
                .hasProblem("/limit", "50")
                .hasProblem("/more", "not a known argument");
    }

    @ParameterizedTest
    @EnumSource
    void unknownToolIsRefused(ProtocolVersion revision) {
        assertThat(tester.revision(revision).call("lose_order")).refusedWith(ErrorCode.INVALID_PARAMS, "Unknown tool");
    }

    @ParameterizedTest
    @EnumSource
    void methodThatIsNotThereIsRefused(ProtocolVersion revision) {
        McpTester empty = McpTester.of(FeatureSet.EMPTY).revision(revision);

        assertThat(empty.request("tools/list", JsonObject.EMPTY)).refusedWith(ErrorCode.METHOD_NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"V2025_11_25", "V2026_07_28"})
    void answerIsFetchedWhenTheServerLetsTheConnectionGo(ProtocolVersion revision) {
        Outcome outcome = tester.revision(revision).call("come_back");

        assertThat(outcome).succeeded().reported(Progress.of(1, 1)).hasText("Welcome back.");
        assertThat(outcome.conversation().contains("> last-event-id: ")).isNotEqualTo(revision.isModern());
    }

    @Test
    void argumentsAreTextOrPairsOrJson() {
        JsonObject arguments =
                JsonObject.builder().put("id", "DE1").put("limit", 3).build();

        assertThat(tester.call("find_order", "{\"id\":\"DE1\",\"limit\":3}"))
                .hasStructured("{\"limit\":3,\"id\":\"DE1\"}");
        assertThat(tester.call("find_order", "id", "DE1", "limit", 3)).hasStructured("{\"limit\":3,\"id\":\"DE1\"}");
        assertThat(tester.call("find_order", arguments)).hasStructured("{\"limit\":3.0,\"id\":\"DE1\"}");
    }

    @Test
    void argumentWithoutAFormInJsonIsTheTestsMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tester.call("find_order", "id", new Object()))
                .withMessageContaining("no JSON form");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tester.call("find_order", "id", "DE1", "limit"))
                .withMessageContaining("limit has no value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tester.call("find_order", "[]"))
                .withMessageContaining("not a JSON object");
    }

    @Test
    void refinementLeavesTheTesterAsItWas() {
        McpTester older = tester.revision(ProtocolVersion.V2024_11_05);

        assertThat(older.discover().revision()).isEqualTo(ProtocolVersion.V2024_11_05);
        assertThat(tester.discover().revision()).isEqualTo(ProtocolVersion.V2026_07_28);
    }
}
