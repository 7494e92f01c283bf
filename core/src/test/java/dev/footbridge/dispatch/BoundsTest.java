package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.argument.Field;
import dev.footbridge.call.Call;
import dev.footbridge.call.Caller;
import dev.footbridge.call.Form;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.Change;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Resource;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFunction;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.protocol.ResourceContents;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What bad luck and bad clients cost: never a call too many, a stream that stays, or a server that stops serving. */
class BoundsTest {

    private static final Field<Boolean> YES = Field.flag("yes");

    /** For answers that must be whole: no sign of life opens a stream first, however busy the machine is. */
    private static final ServerConfig CALM =
            ServerConfig.DEFAULTS.toBuilder().maxConcurrentCalls(1).build();

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final CountDownLatch go = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);

    private static McpServer.Builder server(ToolFunction function) {
        return McpServer.named(Implementation.of("test", "1"))
                .config(CALM.toBuilder().keepAlive(Duration.ofMillis(20)).build())
                .features(FeatureSet.builder()
                        .tool(Tool.named("t").describedAs("Under test.").calls(function))
                        .tool(Tool.named("impatient")
                                .describedAs("Has no time.")
                                .timeout(Duration.ofMillis(500))
                                .calls(function))
                        .resource(Resource.at("test://r")
                                .reads((uri, variables, call) -> List.of(ResourceContents.text(uri, null, "r"))))
                        .build());
    }

    private static String initialize(String revision) {
        return "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"" + revision
                + "\",\"capabilities\":{\"elicitation\":{}},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";
    }

    private static String call(String tool) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool + "\"}}";
    }

    private static String session(McpServer server) throws InterruptedException {
        return Post.legacy(server.http(), "", initialize("2025-11-25"))
                .response()
                .headers()
                .first("mcp-session-id")
                .orElseThrow();
    }

    private Conversation conversation(McpServer server) {
        return server.converse(Caller.ANONYMOUS, line -> lines.add(line.asUtf8()));
    }

    private String line() throws InterruptedException {
        String line = lines.poll(10, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("nothing was sent");
        }
        return line;
    }

    private static void repeatUntilCancelled(Call call) {
        for (int i = 0; !call.cancelled(); i++) {
            call.log(LogLevel.ERROR, Json.of(i));
        }
    }

    @Test
    void batchOfNothingButGarbageIsAnsweredAndCostsNoPlace() throws Exception {
        McpServer server = server((in, call) -> ToolResult.text("done")).build();
        Conversation conversation = conversation(server);
        conversation.receive(Bytes.utf8(initialize("2025-03-26")));
        line();

        conversation.receive(Bytes.utf8("[1]"));

        assertThat(line()).startsWith("[{").contains("-32600");
        conversation.receive(Bytes.utf8(call("t")));
        assertThat(line()).contains("done");
    }

    @Test
    void badElementOfABatchDoesNotSpoilTheOthers() throws Exception {
        McpServer server = server((in, call) -> ToolResult.text("done")).build();
        Conversation conversation = conversation(server);
        conversation.receive(Bytes.utf8(initialize("2025-03-26")));
        line();

        conversation.receive(
                Bytes.utf8(
                        "[" + call("t")
                                + ",{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\",\"params\":{\"_meta\":{\"progressToken\":[]}}}]"));

        assertThat(line()).contains("done").contains("\"id\":2,\"error\":{\"code\":-32602");
    }

    @Test
    void cancellingOneElementOfABatchIsIgnored() throws Exception {
        McpServer server = server((in, call) -> {
                    go.await(10, TimeUnit.SECONDS);
                    return ToolResult.text("done");
                })
                .build();
        Conversation conversation = conversation(server);
        conversation.receive(Bytes.utf8(initialize("2025-03-26")));
        line();
        conversation.receive(Bytes.utf8("[" + call("t") + "]"));

        conversation.receive(Bytes.utf8(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}"));
        go.countDown();

        assertThat(line()).contains("done");
    }

    @Test
    void callWithoutAThreadIsRefusedAndCostsNoPlace() throws Exception {
        BlockingQueue<Boolean> failures = new LinkedBlockingQueue<>(List.of(true, true));
        McpServer server = server((in, call) -> ToolResult.text("done"))
                .threads(work -> {
                    if (failures.poll() != null) {
                        throw new OutOfMemoryError("no native thread");
                    }
                    return new Thread(work);
                })
                .config(CALM)
                .build();
        Conversation conversation = conversation(server);

        Post refused = Post.modern(server.http(), "tools/call", "t", "\"name\":\"t\"", false);
        assertThat(refused.response().status()).isEqualTo(503);
        conversation.receive(Bytes.utf8(initialize("2025-11-25")));
        line();
        conversation.receive(Bytes.utf8(call("t")));

        assertThat(line()).contains("busy");
        Post served = Post.modern(server.http(), "tools/call", "t", "\"name\":\"t\"", false);
        assertThat(served.response().status()).isEqualTo(200);
    }

    @Test
    void callOnTheThreadOfItsConnectionNeedsNoOther() throws Exception {
        AtomicReference<String> thread = new AtomicReference<>("");
        McpServer server = server((in, call) -> {
                    thread.set(Thread.currentThread().getName());
                    return ToolResult.text("done");
                })
                .threads(work -> {
                    throw new OutOfMemoryError("no native thread");
                })
                .config(CALM)
                .build();

        Post served = Post.modern(server.http(), "tools/call", "t", "\"name\":\"t\"");

        assertThat(served.response().status()).isEqualTo(200);
        assertThat(thread).hasValue("test-connection");
    }

    @Test
    void callThatNeverStopsTalkingIsGivenUpAllTheSame() throws Exception {
        McpServer server = server((in, call) -> {
                    call.onCancel(cancelled::countDown);
                    repeatUntilCancelled(call);
                    return ToolResult.text("never read");
                })
                .build();

        Post post = Post.legacy(server.http(), session(server), call("impatient"));
        post.end();

        assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(post.streamClosed()).isTrue();
    }

    @Test
    void nothingIsSaidForACallAfterItsAnswer() throws Exception {
        BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
        McpServer server = server((in, call) -> {
                    calls.add(call);
                    return ToolResult.text("done");
                })
                .build();
        Conversation conversation = conversation(server);
        conversation.receive(Bytes.utf8(initialize("2025-11-25")));
        line();
        conversation.receive(Bytes.utf8("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\","
                + "\"params\":{\"name\":\"t\",\"_meta\":{\"progressToken\":1}}}"));
        assertThat(line()).contains("done");

        Call over = calls.take();
        over.log(LogLevel.EMERGENCY, Json.of("late"));
        over.progress(1, 1, "late");

        assertThat(lines).isEmpty();
    }

    @Test
    void failingActionOnCancellationKeepsNobodyElseFromBeingCancelled() throws Exception {
        McpServer server = server((in, call) -> {
                    call.onCancel(() -> {
                        throw new IllegalStateException("author's bug");
                    });
                    call.onCancel(cancelled::countDown);
                    go.countDown();
                    cancelled.await(10, TimeUnit.SECONDS);
                    return ToolResult.text("never read");
                })
                .build();
        Conversation conversation = conversation(server);
        conversation.receive(Bytes.utf8(initialize("2025-11-25")));
        conversation.receive(Bytes.utf8(call("t")));
        go.await(10, TimeUnit.SECONDS);

        conversation.close();

        assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void brokenOutletHarmsNobodyElse() {
        McpServer server = server((in, call) -> ToolResult.text("done")).build();
        Conversation broken = server.converse(Caller.ANONYMOUS, line -> {
            throw new IllegalStateException("the pipe is closed");
        });
        Conversation healthy = conversation(server);
        broken.receive(Bytes.utf8(initialize("2025-11-25")));
        healthy.receive(Bytes.utf8(initialize("2025-11-25")));

        server.catalog().publish(new Change.ToolsChanged());
        broken.close();

        assertThat(lines).hasSize(2);
    }

    @Test
    void streamOfAnEndedSessionEnds() throws Exception {
        McpServer server = server((in, call) -> ToolResult.text("done")).build();
        String session = session(server);
        Post stream = Post.get(server.http(), session, Map.of("accept", List.of("text/event-stream")));

        Post.delete(server.http(), session).response();
        stream.end();

        assertThat(stream.streamClosed()).isTrue();
    }

    @Test
    void secondStreamOfASessionTakesTheFirstOnesPlace() throws Exception {
        McpServer server = server((in, call) -> ToolResult.text("done")).build();
        String session = session(server);
        Map<String, List<String>> accept = Map.of("accept", List.of("text/event-stream"));
        Post first = Post.get(server.http(), session, accept);
        assertThat(first.opened()).isTrue();

        Post second = Post.get(server.http(), session, accept);
        first.end();
        assertThat(second.opened()).isTrue();
        server.catalog().publish(new Change.ToolsChanged());

        assertThat(first.streamClosed()).isTrue();
        assertThat(second.message().string("method")).contains("notifications/tools/list_changed");
    }

    @Test
    void streamBegunOnAStoppedServerEndsAtOnce() throws Exception {
        McpServer server = server((in, call) -> ToolResult.text("done")).build();
        server.close();

        Post post = Post.modern(server.http(), "subscriptions/listen", "", "\"notifications\":{}");
        post.end();

        assertThat(post.streamClosed()).isTrue();
    }

    @Test
    void bufferedPlatformNeverWaitsForAnAnswerThatCannotCome() throws Exception {
        McpServer server = server((in, call) -> ToolResult.text(
                        "" + call.ask("sure", Form.asking("Sure?", YES)).get(YES)))
                .build();
        String session = session(server);

        Post post = Post.send(server.http(), "POST", Post.inSession(session), call("t"), false);

        JsonObject result = post.json().object("result").orElseThrow();
        assertThat(result.isTrue("isError")).isTrue();
        assertThat(result.toString()).contains("cannot be asked").doesNotContain("keeps a session");
    }

    @Test
    void bufferedPlatformHasNoStreamToGet() throws Exception {
        McpServer server = server((in, call) -> ToolResult.text("done")).build();
        Map<String, List<String>> headers = new LinkedHashMap<>(Post.inSession(session(server)));

        Post post = Post.send(server.http(), "GET", headers, "", false);

        HttpResponse response = post.response();
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.headers().first("allow")).contains("POST, DELETE");
    }

    @Test
    void bufferedPlatformAnswersALongCallWithOneJsonBody() throws Exception {
        McpServer server = server((in, call) -> {
                    go.await(100, TimeUnit.MILLISECONDS);
                    return ToolResult.text("done");
                })
                .build();
        String session = session(server);

        Post post = Post.send(server.http(), "POST", Post.inSession(session), call("t"), false);

        assertThat(post.response().headers().first("content-type")).contains("application/json");
    }

    @Test
    void subscriptionsOfASessionAreBounded() throws Exception {
        McpServer server = server((in, call) -> ToolResult.text("done")).build();
        String uri = "test://" + "r".repeat(60_000);
        String subscribe =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/subscribe\",\"params\":{\"uri\":\"" + uri;
        String session = session(server);

        JsonObject first =
                Post.legacy(server.http(), session, subscribe + "1\"}}").json();
        JsonObject second =
                Post.legacy(server.http(), session, subscribe + "2\"}}").json();

        assertThat(first.has("result")).isTrue();
        assertThat(second.object("error").orElseThrow().integer("code")).hasValue(-32602);
    }

    @Test
    void answerOfAHandlerThatLeavesItsThreadInterruptedIsNotLost() throws Exception {
        McpServer server = server((in, call) -> {
                    Thread.currentThread().interrupt();
                    return ToolResult.text("done");
                })
                .config(CALM)
                .build();

        Post post = Post.modern(server.http(), "tools/call", "t", "\"name\":\"t\"");

        assertThat(post.json().has("result")).isTrue();
    }
}
