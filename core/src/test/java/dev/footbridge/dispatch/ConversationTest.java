package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.argument.Field;
import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.call.Form;
import dev.footbridge.call.UrlVisit;
import dev.footbridge.feature.Change;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.Implementation;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One client on a channel of its own, such as stdio, in either era. */
class ConversationTest {

    private static final Field<Boolean> YES = Field.flag("yes");
    private static final UrlVisit PAGE = new UrlVisit("Please pay.", URI.create("https://pay.example/1"));

    private final BlockingQueue<JsonObject> sent = new LinkedBlockingQueue<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final McpServer server = McpServer.named(Implementation.of("test", "1"))
            .features(FeatureSet.builder()
                    .tool(Tool.named("ask")
                            .describedAs("Asks.")
                            .calls((in, call) -> ToolResult.text(""
                                    + call.ask("sure", Form.asking("Sure?", YES))
                                            .get(YES))))
                    .tool(Tool.named("both")
                            .describedAs("Asks, and sends to a page.")
                            .calls((in, call) -> {
                                call.askAll(Map.of("sure", Form.asking("Sure?", YES), "page", PAGE));
                                return ToolResult.text("done");
                            }))
                    .tool(Tool.named("who")
                            .describedAs("Says who calls.")
                            .calls((in, call) -> ToolResult.text(call.caller().subject())))
                    .tool(Tool.named("wait").describedAs("Waits.").calls((in, call) -> {
                        call.onCancel(cancelled::countDown);
                        started.countDown();
                        cancelled.await(10, TimeUnit.SECONDS);
                        return ToolResult.text("never read");
                    }))
                    .build())
            .build();
    private final Conversation conversation =
            server.converse(Caller.ANONYMOUS, line -> sent.add(Post.parse(line.asUtf8())));

    private void say(String line) {
        conversation.receive(Bytes.utf8(line));
    }

    private void sayModern(int id, String method, String params) {
        String all = params.isEmpty() ? Post.MODERN_META : params + "," + Post.MODERN_META;
        say("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":{" + all + "}}");
    }

    private JsonObject heard() throws InterruptedException {
        JsonObject message = sent.poll(10, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("nothing was sent");
        }
        return message;
    }

    private void initialize(String revision) throws InterruptedException {
        say("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"" + revision
                + "\",\"capabilities\":{\"elicitation\":{}},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}");
        assertThat(heard().object("result").orElseThrow().string("protocolVersion"))
                .contains(revision);
    }

    @Test
    void discoverIsAnsweredBeforeAnythingElse() throws Exception {
        sayModern(1, "server/discover", "");

        assertThat(heard().toString()).contains("2026-07-28");
    }

    @Test
    void modernMessagesAreServedAfterALegacyHandshake() throws Exception {
        initialize("2025-06-18");

        sayModern(1, "ping", "");
        say("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}");

        assertThat(heard().object("error").orElseThrow().integer("code")).hasValue(-32601);
        assertThat(heard().object("result")).contains(JsonObject.EMPTY);
    }

    @Test
    void messageOfNoEraIsRefusedBeforeTheHandshake() throws Exception {
        say("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}");

        assertThat(heard().object("error").orElseThrow().integer("code")).hasValue(-32602);
    }

    @Test
    void pingIsAnsweredBeforeTheHandshake() throws Exception {
        say("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}");

        assertThat(heard().object("result")).contains(JsonObject.EMPTY);
    }

    @Test
    void legacyClientIsAskedOnTheChannel() throws Exception {
        initialize("2025-06-18");
        say("{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"tools/call\",\"params\":{\"name\":\"ask\"}}");

        JsonObject question = heard();
        say("{\"jsonrpc\":\"2.0\",\"id\":" + question.integer("id").getAsLong()
                + ",\"result\":{\"action\":\"accept\",\"content\":{\"yes\":true}}}");

        assertThat(question.object("params").orElseThrow().has("mode")).isFalse();
        assertThat(heard().toString()).contains("true");
    }

    @Test
    void modernClientIsNeverSentARequest() throws Exception {
        sayModern(4, "tools/call", "\"name\":\"ask\"");

        JsonObject answer = heard();
        assertThat(answer.has("method")).isFalse();
        assertThat(answer.object("result").orElseThrow().string("resultType")).contains("input_required");
    }

    @Test
    void aClientThatLacksFormsAndPagesIsToldBoth() throws Exception {
        say("{'jsonrpc':'2.0','id':4,'method':'tools/call','params':{'name':'both','_meta':{"
                .concat("'io.modelcontextprotocol/protocolVersion':'2026-07-28',")
                .concat("'io.modelcontextprotocol/clientCapabilities':{}}}}")
                .replace('\'', '"'));

        JsonObject error = heard().object("error").orElseThrow();

        assertThat(error.integer("code")).hasValue(-32021);
        assertThat(error.object("data").orElseThrow())
                .isEqualTo(Post.parse("{\"requiredCapabilities\":{\"elicitation\":{\"form\":{},\"url\":{}}}}"));
    }

    @Test
    void cancelledCallIsStoppedAndNeverAnswered() throws Exception {
        sayModern(4, "tools/call", "\"name\":\"wait\"");
        started.await(10, TimeUnit.SECONDS);

        say("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":4}}");
        sayModern(5, "server/discover", "");

        assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(heard().integer("id")).hasValue(5);
        assertThat(sent.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void whoeverHasSaidAllWaitsForRunningCallsButNotForEver() throws Exception {
        sayModern(4, "tools/call", "\"name\":\"wait\"");
        started.await(10, TimeUnit.SECONDS);

        conversation.awaitAnswers(Duration.ofMillis(1));
        assertThat(sent).isEmpty();
        cancelled.countDown();
        conversation.awaitAnswers(Duration.ofSeconds(10));

        assertThat(sent).hasSize(1);
    }

    @Test
    void garbageIsAnsweredWithoutAnIdAndTheChannelLives() throws Exception {
        say("{\"jsonrpc\"");
        say("[]");
        sayModern(1, "server/discover", "");

        JsonObject parseError = heard();
        assertThat(parseError.has("id")).isFalse();
        assertThat(parseError.object("error").orElseThrow().integer("code")).hasValue(-32700);
        assertThat(heard().object("error").orElseThrow().integer("code")).hasValue(-32600);
        assertThat(heard().integer("id")).hasValue(1);
    }

    @Test
    void aMessageMayDoWhatItsOwnCredentialAllows() throws Exception {
        Caller ann = Caller.named("test", "ann", AuthMethod.TOKEN).build();
        String call = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"who\","
                + Post.MODERN_META + "}}";

        conversation.receive(Bytes.utf8(call), ann, Arrival.unknown("r1"));

        assertThat(JsonWriter.text(heard())).contains("\"text\":\"ann\"");
    }

    @Test
    void batchOfRevision20250326GetsAnArray() throws Exception {
        BlockingQueue<Bytes> lines = new LinkedBlockingQueue<>();
        Conversation raw = server.converse(Caller.ANONYMOUS, lines::add);
        raw.receive(
                Bytes.utf8(
                        "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{"
                                + "\"protocolVersion\":\"2025-03-26\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}"));
        lines.poll(10, TimeUnit.SECONDS);

        raw.receive(Bytes.utf8("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]"));

        Bytes answer = lines.poll(10, TimeUnit.SECONDS);
        assertThat(answer).isNotNull();
        assertThat(answer.asUtf8()).isEqualTo("[{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}]");
    }

    @Test
    void subscriptionHearsChangesUntilTheConversationEnds() throws Exception {
        sayModern(9, "subscriptions/listen", "\"notifications\":{\"toolsListChanged\":true}");
        assertThat(heard().string("method")).contains("notifications/subscriptions/acknowledged");

        server.catalog().publish(new Change.ToolsChanged());
        JsonObject changed = heard();
        conversation.close();

        assertThat(changed.toString()).contains("io.modelcontextprotocol/subscriptionId");
        assertThat(heard().string("method")).contains("notifications/cancelled");
        assertThat(heard().integer("id")).hasValue(9);
    }
}
