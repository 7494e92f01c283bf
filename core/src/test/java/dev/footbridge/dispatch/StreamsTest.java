package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.call.Call;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.Change;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Resource;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFunction;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.ServerEvent;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.protocol.ResourceContents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a call says while it runs, and what happens when its client goes away. */
class StreamsTest {

    /** Signs of life so often that a busy machine may open a stream before any answer is there. */
    private static final ServerConfig FAST = ServerConfig.DEFAULTS.toBuilder()
            .keepAlive(Duration.ofMillis(20))
            .maxConcurrentCalls(2)
            .build();

    private final CountDownLatch go = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);

    private McpServer server(ToolFunction function) {
        return server(FAST, function);
    }

    private static McpServer server(ServerConfig config, ToolFunction function) {
        Resource resource =
                Resource.at("test://r").reads((uri, variables, call) -> List.of(ResourceContents.text(uri, null, "r")));
        return McpServer.named(Implementation.of("test", "1"))
                .config(config)
                .features(FeatureSet.builder()
                        .tool(Tool.named("t")
                                .describedAs("Under test.")
                                .timeout(Duration.ofSeconds(20))
                                .calls(function))
                        .tool(Tool.named("impatient")
                                .describedAs("Has no time.")
                                .timeout(Duration.ofMillis(50))
                                .calls(function))
                        .resource(resource)
                        .build())
                .build();
    }

    private ToolResult waitUntilReleased(Call call) throws InterruptedException {
        call.onCancel(cancelled::countDown);
        go.await(10, TimeUnit.SECONDS);
        return ToolResult.text("done");
    }

    @Test
    void quickCallIsAnsweredWithOneJsonBody() throws Exception {
        McpServer server = server(ServerConfig.DEFAULTS, (in, call) -> ToolResult.text("quick"));

        Post post = Post.modern(server.http(), "tools/call", "t", "\"name\":\"t\"");

        assertThat(post.response().headers().first("content-type")).contains("application/json");
    }

    @Test
    void progressThatDoesNotGrowIsDropped() throws Exception {
        McpServer server = server((in, call) -> {
            call.progress(1, 3, "");
            call.progress(1, 3, "");
            call.progress(0.5, 3, "");
            call.progress(2, 3, "two");
            return ToolResult.text("done");
        });

        Post post = withMeta(server, "\"progressToken\":\"p\"");

        JsonObject first = post.message().object("params").orElseThrow();
        JsonObject second = post.message().object("params").orElseThrow();
        assertThat(first.string("progressToken")).contains("p");
        assertThat(first.integer("progress")).hasValue(1);
        assertThat(second.integer("progress")).hasValue(2);
        assertThat(second.string("message")).contains("two");
        assertThat(post.message().has("result")).isTrue();
    }

    @Test
    void progressIsWrittenInDigitsWhateverItsSize() throws Exception {
        McpServer server = server((in, call) -> {
            call.progress(-0.0, 0, "");
            call.progress(0.25, 0, "");
            call.progress(30, 0, "");
            call.progress(1e20, 0, "");
            return ToolResult.text("done");
        });

        Post post = withMeta(server, "\"progressToken\":\"p\"");

        for (String digits : List.of("0", "0.25", "30", "100000000000000000000")) {
            JsonObject params = post.message().object("params").orElseThrow();
            assertThat(params.get("progress")).isEqualTo(new JsonNumber(digits));
        }
    }

    private static Post withMeta(McpServer server, String member) {
        String meta = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}," + member + "}";
        return Post.send(
                server.http(),
                "POST",
                Map.of(
                        "host", List.of("localhost"),
                        "content-type", List.of("application/json"),
                        "accept", List.of("application/json, text/event-stream"),
                        "mcp-protocol-version", List.of("2026-07-28"),
                        "mcp-method", List.of("tools/call"),
                        "mcp-name", List.of("t")),
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"t\"," + meta + "}}");
    }

    @Test
    void logLinesBelowTheWantedLevelAreNotSent() throws Exception {
        McpServer server = server((in, call) -> {
            call.log(LogLevel.DEBUG, Json.of("fine"));
            call.log(LogLevel.ERROR, Json.of("grave"));
            return ToolResult.text("done");
        });

        Post post = withMeta(server, "\"io.modelcontextprotocol/logLevel\":\"warning\"");

        JsonObject params = post.message().object("params").orElseThrow();
        assertThat(params.string("level")).contains("error");
        assertThat(params.string("data")).contains("grave");
        assertThat(post.message().has("result")).isTrue();
    }

    @Test
    void nothingIsLoggedToAClientThatDidNotAsk() throws Exception {
        McpServer server = server(ServerConfig.DEFAULTS, (in, call) -> {
            call.log(LogLevel.EMERGENCY, Json.of("grave"));
            return ToolResult.text("done");
        });

        Post post = Post.modern(server.http(), "tools/call", "t", "\"name\":\"t\"");

        assertThat(post.json().has("result")).isTrue();
    }

    @Test
    void modernClientThatHangsUpCancelsItsCall() throws Exception {
        McpServer server = server((in, call) -> waitUntilReleased(call));
        Post post = Post.modern(server.http(), "tools/call", "t", "\"name\":\"t\"");

        post.hangUp();

        assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
        post.end();
    }

    @Test
    void legacyClientThatHangsUpCanFetchTheAnswerLater() throws Exception {
        McpServer server = server((in, call) -> {
            call.log(LogLevel.ERROR, Json.of("first"));
            return waitUntilReleased(call);
        });
        String session = begin(server);
        Post post = Post.legacy(server.http(), session, toolsCall(9));
        ServerEvent primer = post.event();
        ServerEvent first = post.event();

        post.hangUp();
        boolean wentOn = post.missedTwice();
        Post resumed = Post.get(
                server.http(),
                session,
                Map.of("last-event-id", List.of(first.id().orElseThrow())));
        go.countDown();

        assertThat(wentOn).isTrue();
        assertThat(primer.data()).isEmpty();
        assertThat(primer.retry()).isPresent();
        JsonObject answer = resumed.message();
        assertThat(answer.integer("id")).hasValue(9);
        assertThat(answer.toString()).contains("done");
        assertThat(cancelled.getCount()).isEqualTo(1);
    }

    @Test
    void streamOfAnotherSessionCannotBeResumed() throws Exception {
        McpServer server = server((in, call) -> {
            call.log(LogLevel.ERROR, Json.of("secret"));
            return ToolResult.text("done");
        });
        Post post = Post.legacy(server.http(), begin(server), toolsCall(9));
        String id = post.event().id().orElseThrow();

        Post thief = Post.get(server.http(), begin(server), Map.of("last-event-id", List.of(id)));

        assertThat(thief.response().status()).isEqualTo(400);
    }

    @Test
    void releasedLegacyCallGoesOnAndIsPolled() throws Exception {
        McpServer server = server((in, call) -> {
            call.releaseConnection();
            return waitUntilReleased(call);
        });
        String session = begin(server);
        Post post = Post.legacy(server.http(), session, toolsCall(3));
        String primer = post.event().id().orElseThrow();

        boolean letGo = post.closed();
        Post poll = Post.get(server.http(), session, Map.of("last-event-id", List.of(primer)));
        go.countDown();

        assertThat(letGo).isTrue();
        assertThat(poll.message().integer("id")).hasValue(3);
    }

    @Test
    void legacyCancelNotificationEndsTheCallWithoutAnAnswer() throws Exception {
        McpServer server = server((in, call) -> waitUntilReleased(call));
        String session = begin(server);
        Post post = Post.legacy(server.http(), session, toolsCall(5));
        post.event(); // the sign of life that opens the stream: from here on the call is known

        Post.legacy(
                server.http(),
                session,
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":5}}");

        assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
        post.end();
        assertThat(post.streamClosed()).isTrue();
    }

    @Test
    void callThatTakesTooLongIsGivenUp() throws Exception {
        McpServer server = server((in, call) -> waitUntilReleased(call));

        Post post = Post.modern(server.http(), "tools/call", "impatient", "\"name\":\"impatient\"");

        assertThat(post.message().toString()).contains("took too long").contains("isError");
        assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void moreCallsThanTheServerTakesOnAreRefused() throws Exception {
        CountDownLatch running = new CountDownLatch(2);
        McpServer busy = server((in, call) -> {
            running.countDown();
            return waitUntilReleased(call);
        });
        Post.modern(busy.http(), "tools/call", "t", "\"name\":\"t\"");
        Post.modern(busy.http(), "tools/call", "t", "\"name\":\"t\"");
        running.await(10, TimeUnit.SECONDS);

        Post third = Post.modern(busy.http(), "tools/call", "t", "\"name\":\"t\"");

        assertThat(third.response().status()).isEqualTo(503);
        go.countDown();
    }

    @Test
    void listenStreamAcknowledgesTellsAndEnds() throws Exception {
        McpServer server = server((in, call) -> ToolResult.text("x"));
        Post post = Post.modern(
                server.http(),
                "subscriptions/listen",
                "",
                "\"notifications\":{\"toolsListChanged\":true,\"promptsListChanged\":true,"
                        + "\"resourceSubscriptions\":[\"test://r\"]}");

        JsonObject acknowledged = post.message();
        server.catalog().publish(new Change.PromptsChanged());
        server.catalog().publish(new Change.ResourceUpdated("test://other"));
        server.catalog().publish(new Change.ResourceUpdated("test://r"));
        JsonObject updated = post.message();
        server.close();

        assertThat(acknowledged.string("method")).contains("notifications/subscriptions/acknowledged");
        assertThat(acknowledged.toString()).contains("toolsListChanged").doesNotContain("promptsListChanged");
        assertThat(updated.toString()).contains("test://r").contains("io.modelcontextprotocol/subscriptionId");
        assertThat(post.message().object("result")).isPresent();
        post.end();
        assertThat(post.streamClosed()).isTrue();
    }

    private static String begin(McpServer server) throws Exception {
        return Post.session(server.http(), "{}");
    }

    private static String toolsCall(int id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"t\"}}";
    }
}
