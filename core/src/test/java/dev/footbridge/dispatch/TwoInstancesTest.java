package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.argument.Field;
import dev.footbridge.call.Form;
import dev.footbridge.call.FormAnswer;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.security.KeyRing;
import dev.footbridge.state.MemoryStateStore;
import dev.footbridge.state.StateStore;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Two servers that share nothing but a store and keys, with every request going to the other one. */
class TwoInstancesTest {

    private static final Field<String> COLOUR = Field.text("colour");
    private static final Field<String> SIZE = Field.text("size");

    private final StateStore store = new MemoryStateStore(InstantSource.system());
    private final KeyRing keys = KeyRing.random();
    private final HttpHandler one = instance();
    private final HttpHandler other = instance();

    private HttpHandler instance() {
        Tool tool = Tool.named("paint")
                .describedAs("Paints after asking twice.")
                .calls((in, call) -> {
                    FormAnswer colour = call.ask("colour", Form.asking("Which colour?", COLOUR));
                    FormAnswer size = call.ask("size", Form.asking("Which size?", SIZE));
                    return ToolResult.text(colour.get(COLOUR) + " " + size.get(SIZE));
                });
        return McpServer.named(Implementation.of("test", "1"))
                .features(FeatureSet.builder().tool(tool).build())
                .store(store)
                .sealKeys(keys)
                .build()
                .http();
    }

    @Test
    void modernQuestionsAreAnsweredToTheOtherInstance() throws Exception {
        JsonObject first = result(Post.modern(one, "tools/call", "paint", "\"name\":\"paint\""));
        assertThat(first.string("resultType")).contains("input_required");
        assertThat(first.object("inputRequests").orElseThrow().has("colour")).isTrue();

        JsonObject second = result(answer(other, first, "colour", "red"));
        assertThat(second.object("inputRequests").orElseThrow().has("size")).isTrue();

        JsonObject third = result(answer(one, second, "size", "tall"));
        assertThat(third.toString()).contains("red tall");
    }

    private static Post answer(HttpHandler instance, JsonObject asked, String key, String value) {
        String responses = "\"inputResponses\":{\"" + key + "\":{\"action\":\"accept\",\"content\":{\"" + key + "\":\""
                + value + "\"}}}";
        String state = "\"requestState\":\"" + asked.string("requestState").orElseThrow() + "\"";
        return Post.modern(instance, "tools/call", "paint", "\"name\":\"paint\"," + responses + "," + state);
    }

    @Test
    void legacyQuestionIsAnsweredToTheOtherInstance() throws Exception {
        String session = begin(one);

        Post call = Post.legacy(
                one,
                session,
                "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"paint\"}}");
        reply(session, call.message(), "colour", "blue");
        reply(session, call.message(), "size", "small");

        assertThat(call.message().toString()).contains("blue small");
    }

    private void reply(String session, JsonObject question, String key, String value) throws Exception {
        assertThat(question.string("method")).contains("elicitation/create");
        String id = question.string("id").orElseThrow();
        Post posted = Post.legacy(
                other,
                session,
                "{\"jsonrpc\":\"2.0\",\"id\":\"" + id + "\",\"result\":{\"action\":\"accept\",\"content\":{\"" + key
                        + "\":\"" + value + "\"}}}");
        assertThat(posted.response().status()).isEqualTo(202);
    }

    @Test
    void sessionEndedOnOneInstanceIsGoneOnTheOther() throws Exception {
        String session = begin(one);
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        assertThat(Post.legacy(other, session, ping).response().status()).isEqualTo(200);

        assertThat(Post.delete(other, session).response().status()).isEqualTo(204);

        assertThat(Post.legacy(one, session, ping).response().status()).isEqualTo(404);
    }

    @Test
    void cursorOfOneInstanceIsUnderstoodByTheOther() throws Exception {
        FeatureSet.Builder many = FeatureSet.builder();
        for (int i = 100; i < 350; i++) {
            many.tool(Tool.named("tool_" + i).describedAs("One of many.").calls((in, call) -> ToolResult.text("")));
        }
        McpServer.Builder server =
                McpServer.named(Implementation.of("test", "1")).sealKeys(keys).features(many.build());
        HttpHandler first = server.build().http();
        HttpHandler second = server.build().http();

        JsonObject page = result(Post.modern(first, "tools/list", "", ""));
        String cursor = page.string("nextCursor").orElseThrow();
        JsonObject next = result(Post.modern(second, "tools/list", "", "\"cursor\":\"" + cursor + "\""));

        assertThat(page.array("tools").orElseThrow().items()).hasSize(100);
        assertThat(next.array("tools").orElseThrow().items().get(0).toString()).contains("tool_200");
    }

    private static String begin(HttpHandler instance) throws Exception {
        Post post = Post.legacy(
                instance,
                "",
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                        + "\"capabilities\":{\"elicitation\":{}},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}");
        return post.response().headers().first("mcp-session-id").orElseThrow();
    }

    private static JsonObject result(Post post) throws Exception {
        JsonObject json = post.json();
        return json.object("result").orElseThrow(() -> new AssertionError(json.toString()));
    }
}
