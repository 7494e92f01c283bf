package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.argument.Field;
import dev.footbridge.call.Caller;
import dev.footbridge.call.Form;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.config.SessionMode;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Resource;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Annotations;
import dev.footbridge.protocol.Content;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.protocol.ResourceContents;
import dev.footbridge.protocol.Role;
import dev.footbridge.security.KeyRing;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statuses, codes, ids and members on the wire, for clients of both eras. */
class WireRulesTest {

    private static final Field<Boolean> YES = Field.flag("yes");
    private static final Field<String> WHAT = Field.text("what");
    private static final KeyRing KEYS = KeyRing.random();

    private static FeatureSet features() {
        Annotations hints = new Annotations(Set.of(Role.USER), 0.5, Instant.EPOCH);
        return FeatureSet.builder()
                .tool(Tool.named("ask")
                        .describedAs("Asks.")
                        .takes(WHAT)
                        .calls((in, call) -> ToolResult.text(
                                "" + call.ask("sure", Form.asking("Sure?", YES)).get(YES))))
                .tool(Tool.named("say").describedAs("Says.").calls((in, call) -> {
                    call.progress(1, 2, "half");
                    return ToolResult.of(new Content.Text("said", hints));
                }))
                .resource(Resource.at("test://r")
                        .annotations(hints)
                        .reads((uri, variables, call) -> List.of(
                                new ResourceContents.Text(uri, null, "r", JsonObject.of("com.example/k", "v")))))
                .resource(Resource.at("test://asked").reads((uri, variables, call) -> {
                    call.ask("sure", Form.asking("Sure?", YES));
                    return List.of(ResourceContents.text(uri, null, "r"));
                }))
                .build();
    }

    private static McpServer server(String name) {
        return McpServer.named(Implementation.of(name, "1"))
                .config(ServerConfig.DEFAULTS.toBuilder()
                        .listTtl(Duration.ofMinutes(1))
                        .build())
                .sealKeys(KEYS)
                .features(features())
                .build();
    }

    private final McpServer server = server("test");

    private static Map<String, List<String>> headers(String name, String... values) {
        Map<String, List<String>> headers = new LinkedHashMap<>(Post.common());
        headers.put(name, List.of(values));
        return headers;
    }

    private static String initialize(String revision) {
        return "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"" + revision
                + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";
    }

    private String session(String revision) throws InterruptedException {
        return Post.legacy(server.http(), "", initialize(revision))
                .response()
                .headers()
                .first("mcp-session-id")
                .orElseThrow();
    }

    private static long code(JsonObject message) {
        return message.object("error").orElseThrow().integer("code").orElseThrow();
    }

    private static String state(Post post) throws InterruptedException {
        return post.json().object("result").orElseThrow().string("requestState").orElseThrow();
    }

    private static Post ask(McpServer at, String arguments, String state) {
        String answer = state.isEmpty()
                ? ""
                : ",\"requestState\":\"" + state
                        + "\",\"inputResponses\":{\"sure\":{\"action\":\"accept\",\"content\":{\"yes\":true}}}";
        return Post.modern(at.http(), "tools/call", "ask", "\"name\":\"ask\",\"arguments\":" + arguments + answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json;charset=UTF-8", "APPLICATION/JSON", "application/json; charset=\"utf-8\""})
    void jsonMayBeSpelledInManyWays(String type) throws Exception {
        Post post = Post.send(server.http(), "POST", headers("content-type", type), initialize("2025-11-25"));

        assertThat(post.response().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "content-type, application/jsonp, 415",
        "content-type, application/json;charset=utf-16, 415",
        "content-encoding, gzip, 415",
        "accept, 'application/json;q=0, text/event-stream;q=0.0', 406",
        "accept, text/html, 406"
    })
    void whatCannotBeReadIsRefused(String name, String value, int status) throws Exception {
        Post post = Post.send(server.http(), "POST", headers(name, value), initialize("2025-11-25"));

        assertThat(post.response().status()).isEqualTo(status);
    }

    @Test
    void idsAreEchoedAsTheyWere() throws Exception {
        String session = session("2025-11-25");
        for (String id : List.of("\"1\"", "1", "1.0", "-7", "123456789012345678901234567890", "\"\"")) {
            String ping = "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}";
            Bytes body =
                    (Bytes) Post.legacy(server.http(), session, ping).response().body();

            assertThat(body.asUtf8()).contains("\"id\":" + id + ",");
        }
    }

    @Test
    void twoSessionIdsAreABadRequest() throws Exception {
        String session = session("2025-11-25");
        Map<String, List<String>> headers = headers("mcp-session-id", session, session);

        Post post = Post.send(server.http(), "POST", headers, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");

        assertThat(post.response().status()).isEqualTo(400);
    }

    @Test
    void twoLastEventIdsAreABadRequest() throws Exception {
        Map<String, List<String>> headers = headers("accept", "text/event-stream");
        headers.put("mcp-session-id", List.of(session("2025-11-25")));
        headers.put("last-event-id", List.of("a-1", "a-2"));

        Post post = Post.send(server.http(), "GET", headers, "");

        assertThat(post.response().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]"
            })
    void whateverNamesAnUnknownRevisionIsRefused(String body) throws Exception {
        Map<String, List<String>> headers = headers("mcp-protocol-version", "banana");
        headers.put("mcp-session-id", List.of(session("2025-03-26")));

        HttpResponse response = Post.send(server.http(), "POST", headers, body).response();

        assertThat(response.status()).isEqualTo(400);
        assertThat(((Bytes) response.body()).asUtf8()).contains("-32022");
    }

    @Test
    void refusalKeepsItsStatusForAClientThatReadsStreamsOnly() throws Exception {
        Map<String, List<String>> headers = headers("accept", "text/event-stream");
        headers.put("mcp-protocol-version", List.of("2026-07-28"));
        headers.put("mcp-method", List.of("resources/read"));
        headers.put("mcp-name", List.of("test://asked"));
        String body =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"test://asked\","
                        + "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                        + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";

        Post post = Post.send(server.http(), "POST", headers, body);

        assertThat(post.response().status()).isEqualTo(400);
    }

    @Test
    void notificationWithOddParametersIsNotAnswered() throws Exception {
        String odd = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":[1]}";
        List<String> lines = new ArrayList<>();

        server.converse(Caller.ANONYMOUS, line -> lines.add(line.asUtf8())).receive(Bytes.utf8(odd));

        assertThat(lines).isEmpty();
        assertThat(Post.legacy(server.http(), "", odd).response().status()).isEqualTo(202);
    }

    @Test
    void failureOfTheStoreIsAnsweredUnderTheRequestsId() throws Exception {
        McpServer broken = McpServer.named(Implementation.of("test", "1"))
                .store(new BrokenStore())
                .build();

        JsonObject answer = Post.legacy(broken.http(), "any", "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}")
                .json();

        assertThat(answer.integer("id")).hasValue(7);
        assertThat(answer.toString()).doesNotContain("secret");
    }

    @Test
    void stateOfACallIsGoodForTheSameCallOnly() throws Exception {
        String state = state(ask(server, "{\"what\":\"a\"}", ""));

        assertThat(code(ask(server, "{\"what\":\"b\"}", state).json())).isEqualTo(-32602);
        assertThat(code(ask(server("other"), "{\"what\":\"a\"}", state).json())).isEqualTo(-32602);
        assertThat(ask(server, "{\"what\":\"a\"}", state).json().toString()).contains("true");
    }

    @Test
    void resultThatNeededAnAnswerIsNotToBeKept() throws Exception {
        String uri = "\"uri\":\"test://asked\"";
        String state = state(Post.modern(server.http(), "resources/read", "test://asked", uri));
        String answer = ",\"requestState\":\"" + state
                + "\",\"inputResponses\":{\"sure\":{\"action\":\"accept\",\"content\":{\"yes\":true}}}";

        JsonObject result = Post.modern(server.http(), "resources/read", "test://asked", uri + answer)
                .json()
                .object("result")
                .orElseThrow();

        assertThat(result.integer("ttlMs")).hasValue(0);
        assertThat(result.string("cacheScope")).contains("private");
    }

    @Test
    void resultThatAsksCarriesNoCachingMembersAndTheServersName() throws Exception {
        JsonObject result = Post.modern(server.http(), "resources/read", "test://asked", "\"uri\":\"test://asked\"")
                .json()
                .object("result")
                .orElseThrow();

        assertThat(result.members()).doesNotContainKeys("ttlMs", "cacheScope");
        assertThat(result.object("_meta").orElseThrow().has("io.modelcontextprotocol/serverInfo"))
                .isTrue();
    }

    @Test
    void endOfASubscriptionCarriesTheServersName() throws Exception {
        Post post = Post.modern(server.http(), "subscriptions/listen", "", "\"notifications\":{}");
        post.message();
        server.close();

        JsonObject meta =
                post.message().object("result").orElseThrow().object("_meta").orElseThrow();

        assertThat(meta.members())
                .containsKeys("io.modelcontextprotocol/serverInfo", "io.modelcontextprotocol/subscriptionId");
    }

    @Test
    void oldClientsGetNoMembersTheyDoNotKnow() throws Exception {
        String session = session("2024-11-05");

        String list = Post.legacy(server.http(), session, request("resources/list", ""))
                .json()
                .toString();
        String read = Post.legacy(server.http(), session, request("resources/read", "\"uri\":\"test://r\""))
                .json()
                .toString();
        Post call = Post.legacy(
                server.http(), session, request("tools/call", "\"name\":\"say\",\"_meta\":{\"progressToken\":1}"));
        String progress = call.message().toString();

        assertThat(list).contains("priority").doesNotContain("lastModified");
        assertThat(read).doesNotContain("_meta");
        assertThat(progress).contains("progressToken").doesNotContain("half");
        assertThat(call.message().toString()).contains("said").doesNotContain("lastModified");
    }

    private static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":{" + params + "}}";
    }

    @ParameterizedTest
    @CsvSource({
        "SESSIONS, 400",
        "STATELESS, 200",
        "OFF, 400",
    })
    void requestWithoutASessionIsServedOnlyWhereNoneIsKept(SessionMode mode, int status) throws Exception {
        McpServer alone = McpServer.named(Implementation.of("test", "1"))
                .config(ServerConfig.DEFAULTS.toBuilder().sessions(mode).build())
                .features(features())
                .build();

        Post post = Post.legacy(alone.http(), "", request("tools/list", ""));

        assertThat(post.response().status()).isEqualTo(status);
    }

    @Test
    void statelessServerDeclaresNothingItWouldHaveToRemember() throws Exception {
        McpServer alone = McpServer.named(Implementation.of("test", "1"))
                .config(ServerConfig.DEFAULTS.toBuilder()
                        .sessions(SessionMode.STATELESS)
                        .build())
                .features(features())
                .build();

        JsonObject answer =
                Post.legacy(alone.http(), "", initialize("2025-11-25")).json();

        assertThat(answer.toString()).doesNotContain("logging", "subscribe", "listChanged");
        JsonObject setLevel = Post.legacy(alone.http(), "", request("logging/setLevel", "\"level\":\"nonsense\""))
                .json();
        assertThat(code(setLevel)).isEqualTo(-32601);
    }

    @Test
    void removedMethodWithModernMetaIsNotFound() throws Exception {
        Post post = Post.modern(server.http(), "initialize", "", "\"protocolVersion\":\"2025-11-25\"");

        assertThat(post.response().status()).isEqualTo(404);
    }

    @Test
    void handshakeNeverAgreesOnARevisionWithoutOne() throws Exception {
        JsonObject answer =
                Post.legacy(server.http(), "", initialize("2026-07-28")).json();

        assertThat(answer.object("result").orElseThrow().string("protocolVersion"))
                .contains("2025-11-25");
    }

    @Test
    void answerOrBatchOfAModernClientIsRefused() throws Exception {
        Post reply = Post.legacy(server.http(), "", "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
        Post batch = Post.legacy(server.http(), "", "[" + request("ping", Post.MODERN_META) + "]");

        assertThat(reply.response().status()).isEqualTo(400);
        assertThat(batch.response().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-06-18", "2026-07-28"})
    void batchUnderTheHeaderOfARevisionWithoutBatchesIsRefused(String revision) throws Exception {
        Map<String, List<String>> headers = headers("mcp-session-id", session("2025-03-26"));
        headers.put("mcp-protocol-version", List.of(revision));
        Post batch = Post.send(server.http(), "POST", headers, "[" + request("ping", "") + "]");

        assertThat(batch.response().status()).isEqualTo(400);
    }

    @Test
    void longStoryAboutAClientIsNotKept() throws Exception {
        String longName = initialize("2025-11-25").replace("\"t\"", "\"" + "t".repeat(20_000) + "\"");

        assertThat(code(Post.legacy(server.http(), "", longName).json())).isEqualTo(-32602);
    }

    /** A store that is down. */
    private static final class BrokenStore implements StateStore {
        @Override
        public Optional<StateEntry> get(StateKey key) {
            throw new StateStoreException("secret host", new IllegalStateException());
        }

        @Override
        public Optional<StateVersion> put(StateKey key, String value, StateVersion expected, Instant deadline) {
            throw new StateStoreException("secret host", new IllegalStateException());
        }

        @Override
        public boolean remove(StateKey key, StateVersion expected) {
            throw new StateStoreException("secret host", new IllegalStateException());
        }
    }
}
