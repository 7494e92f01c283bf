package dev.footbridge.bridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the SDK's own server cannot serve: the same specifications, to a client of revision 2026-07-28. */
class ModernClientTest {

    private final Peer peer =
            new Peer(OurServer.exchanging(), "{'elicitation':{'form':{},'url':{}},'sampling':{},'roots':{}}");

    @Test
    void theServerIsDiscoveredWithAllItsKindsOfFeatures() {
        JsonObject discovered = result(peer.send("server/discover", "", JsonObject.EMPTY));

        assertThat(discovered.object("capabilities").orElseThrow().members())
                .containsKeys("tools", "resources", "prompts", "completions");
    }

    @Test
    void toolsAreListedWithEveryMember() {
        JsonArray tools = result(peer.send("tools/list", "", JsonObject.EMPTY))
                .array("tools")
                .orElseThrow();

        JsonObject contents = tools.items().stream()
                .map(JsonObject.class::cast)
                .filter(tool -> tool.string("name").orElseThrow().equals("contents"))
                .findFirst()
                .orElseThrow();
        assertThat(contents.members())
                .containsOnlyKeys("name", "title", "description", "icons", "inputSchema", "annotations", "_meta");
    }

    @Test
    void aRecordBecomesStructuredContentAndText() {
        JsonObject result = result(peer.call("order", "{'id':'A-1'}"));

        assertThat(JsonWriter.text(result.object("structuredContent").orElseThrow()))
                .isEqualTo("{\"id\":\"A-1\",\"lines\":3,\"tags\":[\"new\"]}");
        assertThat(JsonWriter.text(result.array("content").orElseThrow())).contains("{\\\"id\\\":\\\"A-1\\\"");
    }

    @Test
    void argumentsThatBreakTheSchemaNeverReachTheHandler() {
        JsonObject result = result(peer.call("order", "{'id':7}"));

        assertThat(result.isTrue("isError")).isTrue();
        assertThat(JsonWriter.text(result)).contains("/id");
    }

    @Test
    void whatAHandlerThrowsStaysInTheLog() {
        JsonObject result = result(peer.call("breaks", "{}"));

        assertThat(result.isTrue("isError")).isTrue();
        assertThat(JsonWriter.text(result)).contains("Something went wrong").doesNotContain("secret");
    }

    @Test
    void anErrorForTheClientKeepsItsNumberItsWordsAndItsData() {
        JsonObject error = peer.call("refuses", "{}").object("error").orElseThrow();

        assertThat(error).isEqualTo(Peer.object("{'code':-32602,'message':'No such shop.','data':{'shop':7}}"));
    }

    @Test
    void aResourceThatIsGoneIsSaidAsThisRevisionSaysIt() {
        JsonObject error = peer.read("shop://items/gone").object("error").orElseThrow();

        assertThat(error.integer("code")).hasValue(-32602);
        assertThat(error.object("data").orElseThrow().string("uri")).contains("shop://items/gone");
    }

    @Test
    void progressAndLogLinesReachTheClientThatAskedForThem() {
        peer.call("report", "{}", "{}", "{'progressToken':'p','io.modelcontextprotocol/logLevel':'warning'}");

        assertThat(peer.notices().stream()
                        .map(notice -> JsonWriter.text(notice.object("params").orElseThrow())))
                .containsExactly(
                        "{\"level\":\"warning\",\"data\":\"half way\"}",
                        "{\"progressToken\":\"p\",\"progress\":1,\"total\":2,\"message\":\"half\"}",
                        "{\"progressToken\":\"p\",\"progress\":2}");
    }

    @Test
    void twoQuestionsTakeTwoRoundsAndTheHandlerSeesPlainJava() {
        JsonObject first = result(peer.call("ask", "{}"));
        JsonObject second = result(peer.call("ask", "{}", answer(first, "{'name':'Ada'}"), "{}"));
        JsonObject done = peer.call("ask", "{}", answer(second, "{'age':36}"), "{}");

        assertThat(question(first).string("message")).contains("Who?");
        assertThat(question(second).string("message")).contains("How old is Ada?");
        assertThat(Peer.text(done)).isEqualTo("{name=Ada} {age=36} Integer");
    }

    @Test
    void anAnswerThatBreaksTheFormIsAskedForAgain() {
        JsonObject first = result(peer.call("ask", "{}"));

        JsonObject again = result(peer.call("ask", "{}", answer(first, "{'name':''}"), "{}"));

        assertThat(question(again).string("message")).contains("Who?");
    }

    @Test
    void aUserMayDecline() {
        JsonObject first = result(peer.call("ask", "{}"));

        JsonObject done = peer.call("ask", "{}", reply(first, Peer.object("{'action':'decline'}")), "{}");

        assertThat(Peer.text(done)).isEqualTo("nobody: DECLINE");
    }

    @Test
    void aModelAndTheRootsAreAskedInTheSameWay() {
        JsonObject sampled = result(peer.call("sample", "{}"));
        JsonObject rooted = result(peer.call("roots", "{}"));

        String model = "{'role':'assistant','content':{'type':'text','text':'Two.'},'model':'m'}";
        assertThat(Peer.text(peer.call("sample", "{}", reply(sampled, Peer.object(model)), "{}")))
                .isEqualTo("m says Two.");
        String roots = "{'roots':[{'uri':'file:///one'}]}";
        assertThat(Peer.text(peer.call("roots", "{}", reply(rooted, Peer.object(roots)), "{}")))
                .isEqualTo("[Root[uri=file:///one, name=null, meta=null]]");
    }

    @Test
    void aQuestionReachesTheUserEvenIfTheHandlerCatchesEverything() {
        Peer shop = new Peer(
                SdkFeatures.builder()
                        .add(Shop.exchangeTool(Shop.tool("careful"), (exchange, request) -> {
                            try {
                                return Shop.text(exchange.createElicitation(McpSchema.ElicitFormRequest.builder(
                                                        "Who?", AskingTools.form("name", Map.of("type", "string")))
                                                .build())
                                        .content()
                                        .toString());
                            } catch (RuntimeException caught) {
                                return Shop.text("caught");
                            }
                        }))
                        .build(),
                "{'elicitation':{}}");

        JsonObject first = result(shop.call("careful", "{}"));

        assertThat(question(first).string("message")).contains("Who?");
        assertThat(Peer.text(shop.call("careful", "{}", answer(first, "{'name':'Ada'}"), "{}")))
                .isEqualTo("{name=Ada}");
    }

    @Test
    void aClientThatCannotBeAskedIsToldWhatIsMissing() {
        Peer silent = new Peer(OurServer.exchanging(), "{}");

        JsonObject error = silent.call("ask", "{}").object("error").orElseThrow();

        assertThat(error.integer("code")).hasValue(-32021);
        assertThat(JsonWriter.text(error)).contains("elicitation");
    }

    @Test
    void pagesThatMustBeVisitedAreAQuestionAndTheHandlerRunsAgain() {
        AtomicInteger runs = new AtomicInteger();
        Peer shop = new Peer(
                SdkFeatures.builder()
                        .add(Shop.exchangeTool(Shop.tool("connect"), (exchange, request) -> {
                            if (runs.incrementAndGet() < 3) {
                                throw McpError.URL_ELICITATION_REQUIRED.apply(List.of(new McpSchema.ElicitUrlRequest(
                                        "Connect.", "https://example.com/c?run=" + runs, "c-1", null)));
                            }
                            return Shop.text("connected");
                        }))
                        .build(),
                "{'elicitation':{'url':{}}}");

        JsonObject first = result(shop.call("connect", "{}"));
        JsonObject done = shop.call("connect", "{}", reply(first, Peer.object("{'action':'accept'}")), "{}");

        assertThat(question(first).string("url")).contains("https://example.com/c?run=1");
        assertThat(Peer.text(done)).isEqualTo("connected");
        assertThat(runs).hasValue(3);
    }

    @Test
    void pagesThatWereNotFinishedFailTheCall() {
        JsonObject first = result(peer.call("connect", "{}"));

        JsonObject accepted =
                result(peer.call("connect", "{}", reply(first, Peer.object("{'action':'accept'}")), "{}"));
        JsonObject declined =
                result(peer.call("connect", "{}", reply(first, Peer.object("{'action':'decline'}")), "{}"));

        assertThat(accepted.isTrue("isError")).isTrue();
        assertThat(declined.isTrue("isError")).isTrue();
        assertThat(JsonWriter.text(declined)).contains("URL elicitation required");
    }

    @Test
    void theClientIsKnownByItsOwnWords() {
        assertThat(Peer.text(peer.call("client", "{}")))
                .contains("name=peer", "version=3", "sampling=Sampling[]", "url=Url[]");
    }

    private static JsonObject result(JsonObject message) {
        return message.object("result").orElseThrow(() -> new AssertionError(JsonWriter.text(message)));
    }

    private static JsonObject question(JsonObject result) {
        return ((JsonObject) requests(result).members().values().iterator().next())
                .object("params")
                .orElseThrow();
    }

    private static JsonObject requests(JsonObject result) {
        assertThat(result.string("resultType")).contains("input_required");
        return result.object("inputRequests").orElseThrow();
    }

    private static String answer(JsonObject result, String content) {
        return reply(result, Peer.object("{'action':'accept'}").with("content", Peer.object(content)));
    }

    private static String reply(JsonObject result, JsonObject answer) {
        String key = requests(result).members().keySet().iterator().next();
        return JsonWriter.text(JsonObject.builder()
                .put("requestState", result.string("requestState").orElseThrow())
                .put("inputResponses", JsonObject.of(key, answer))
                .build());
    }
}
