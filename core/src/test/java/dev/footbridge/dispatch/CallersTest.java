package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.argument.Field;
import dev.footbridge.call.Caller;
import dev.footbridge.call.Form;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Prompt;
import dev.footbridge.feature.PromptResult;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.security.Authenticator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What one caller was given is worth nothing in the hands of another. */
class CallersTest {

    private static final Field<Boolean> YES = Field.flag("yes");
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private final CountDownLatch running = new CountDownLatch(1);
    private final Semaphore held = new Semaphore(0);
    private final CountDownLatch go = new CountDownLatch(1);
    private final McpServer server = McpServer.named(Implementation.of("test", "1"))
            .config(ServerConfig.DEFAULTS.toBuilder()
                    .pageSize(1)
                    .maxConcurrentCalls(4)
                    .build())
            .authenticator(request -> new Authenticator.Identified(new Caller(
                    "tenant", "issuer", request.headers().first("user").orElse("nobody"), Set.of())))
            .features(FeatureSet.builder()
                    .tool(Tool.named("ask")
                            .describedAs("Asks.")
                            .calls((in, call) -> ToolResult.text(""
                                    + call.ask("sure", Form.asking("Sure?", YES))
                                            .get(YES))))
                    .tool(Tool.named("wait").describedAs("Waits.").calls((in, call) -> {
                        running.countDown();
                        go.await(10, TimeUnit.SECONDS);
                        return ToolResult.text("not cancelled");
                    }))
                    .tool(Tool.named("hold").describedAs("Holds a place.").calls((in, call) -> {
                        held.release();
                        go.await(10, TimeUnit.SECONDS);
                        return ToolResult.text("let go");
                    }))
                    .prompt(Prompt.named("p").renders((in, call) -> PromptResult.user("p")))
                    .prompt(Prompt.named("q").renders((in, call) -> PromptResult.user("q")))
                    .build())
            .build();
    private final HttpHandler alice = as("alice");
    private final HttpHandler mallory = as("mallory");

    private HttpHandler as(String user) {
        return request -> server.http()
                .handle(new HttpRequest(
                        request.method(),
                        request.path(),
                        request.query(),
                        request.headers().with("user", user),
                        request.body(),
                        request.arrival()));
    }

    private static String session(HttpHandler client) throws InterruptedException {
        return Post.session(client, "{\"elicitation\":{}}");
    }

    private static long code(Post post) throws InterruptedException {
        return post.json().object("error").orElseThrow().integer("code").orElseThrow();
    }

    @Test
    void oneCallerLeavesHalfOfThePlacesToOthers() throws Exception {
        Post.modern(alice, "tools/call", "hold", "\"name\":\"hold\"");
        Post.modern(alice, "tools/call", "hold", "\"name\":\"hold\"");
        assertThat(held.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();

        Post third = Post.modern(alice, "tools/call", "hold", "\"name\":\"hold\"");
        Post.modern(mallory, "tools/call", "hold", "\"name\":\"hold\"");

        assertThat(third.response().status()).isEqualTo(503);
        assertThat(held.tryAcquire(1, 10, TimeUnit.SECONDS)).isTrue();
        go.countDown();
    }

    @Test
    void sessionCanBeNeitherUsedNorEndedByAnother() throws Exception {
        String session = session(alice);

        Post used = Post.legacy(mallory, session, PING);
        Post ended = Post.delete(mallory, session);

        assertThat(used.response().status()).isEqualTo(404);
        assertThat(ended.response().status()).isEqualTo(404);
        assertThat(Post.legacy(alice, session, PING).response().status()).isEqualTo(200);
    }

    @Test
    void callCannotBeCancelledByAnother() throws Exception {
        String session = session(alice);
        String theirs = session(mallory);
        Post waiting = Post.legacy(
                alice,
                session,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"wait\"}}");
        running.await(10, TimeUnit.SECONDS);
        String cancel = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}";

        Post.legacy(mallory, theirs, cancel).response();
        Post.legacy(mallory, session, cancel).response();
        go.countDown();

        assertThat(waiting.json().toString()).contains("not cancelled");
    }

    @Test
    void questionIsNotAnsweredByAnotherSession() throws Exception {
        String session = session(alice);
        String theirs = session(mallory);
        Post asking = Post.legacy(
                alice,
                session,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"ask\"}}");
        String id = asking.message().string("id").orElseThrow();

        Post.legacy(mallory, theirs, answer(id, "false")).response();
        Post.legacy(alice, session, answer(id, "true")).response();

        assertThat(asking.message().toString()).contains("true").doesNotContain("false");
    }

    private static String answer(String id, String yes) {
        return "{\"jsonrpc\":\"2.0\",\"id\":\"" + id + "\",\"result\":{\"action\":\"accept\",\"content\":{\"yes\":"
                + yes + "}}}";
    }

    @Test
    void stateOfACallIsNotAcceptedFromAnother() throws Exception {
        String state = Post.modern(alice, "tools/call", "ask", "\"name\":\"ask\"")
                .json()
                .object("result")
                .orElseThrow()
                .string("requestState")
                .orElseThrow();
        String retry = "\"name\":\"ask\",\"requestState\":\"" + state + "\"";

        assertThat(code(Post.modern(mallory, "tools/call", "ask", retry))).isEqualTo(-32602);
    }

    @Test
    void cursorIsGoodForItsCallerAndItsListOnly() throws Exception {
        JsonObject page = Post.modern(alice, "prompts/list", "", "")
                .json()
                .object("result")
                .orElseThrow();
        String cursor = "\"cursor\":\"" + page.string("nextCursor").orElseThrow() + "\"";

        assertThat(code(Post.modern(mallory, "prompts/list", "", cursor))).isEqualTo(-32602);
        assertThat(code(Post.modern(alice, "tools/list", "", cursor))).isEqualTo(-32602);
        assertThat(Post.modern(alice, "prompts/list", "", cursor).json().has("result"))
                .isTrue();
    }

    @Test
    void unknownRevisionIsRefusedOnEveryRequestOfASession() throws Exception {
        String session = session(alice);
        Map<String, List<String>> more =
                Map.of("accept", List.of("text/event-stream"), "mcp-protocol-version", List.of("2031-01-01"));

        assertThat(Post.get(alice, session, more).response().status()).isEqualTo(400);
    }
}
