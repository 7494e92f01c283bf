package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.argument.Field;
import dev.footbridge.call.Call;
import dev.footbridge.call.Caller;
import dev.footbridge.call.KeptState;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.security.Authenticator;
import dev.footbridge.state.MemoryStateStore;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a tool keeps: two servers that share nothing but a store, and clients of both eras. */
class KeepingTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Field<String> HANDLE = Field.text("handle");
    private static final Field<String> TEXT = Field.text("text");

    private final List<Throwable> logged = new CopyOnWriteArrayList<>();
    private final Log log = (level, requestId, message, cause) -> {
        if (cause != null) {
            logged.add(cause);
        }
    };
    private final StateStore store = new MemoryStateStore(() -> NOON);
    private final HttpHandler one = instance(store);
    private final HttpHandler other = instance(store);

    private HttpHandler instance(StateStore shared) {
        return instance(
                shared,
                request -> new Authenticator.Identified(new Caller(
                        "tenant", "issuer", request.headers().first("user").orElse("alice"), Set.of())));
    }

    private HttpHandler instance(StateStore shared, Authenticator judge) {
        return McpServer.named(Implementation.of("test", "1"))
                .authenticator(judge)
                .features(FeatureSet.builder()
                        .tool(Tool.named("open")
                                .describedAs("Keeps a text.")
                                .takes(TEXT)
                                .calls((in, call) -> ToolResult.text(open(call, in.get(TEXT)))))
                        .tool(Tool.named("look")
                                .describedAs("Gives the text back.")
                                .takes(HANDLE)
                                .calls((in, call) -> ToolResult.text(look(call, in.get(HANDLE)))))
                        .tool(Tool.named("count")
                                .describedAs("Counts the caller's calls.")
                                .calls((in, call) -> ToolResult.text("count " + count(call))))
                        .tool(Tool.named("cautious")
                                .describedAs("Does without what it kept.")
                                .calls((in, call) -> ToolResult.text(cautious(call))))
                        .build())
                .store(shared)
                .clock(() -> NOON)
                .log(log)
                .build()
                .http();
    }

    private static String open(Call call, String text) {
        KeptState state = call.newState();
        state.put(JsonObject.of("text", text), HOUR);
        return state.handle();
    }

    private static String look(Call call, String handle) {
        return call.state(handle)
                .get()
                .flatMap(value -> value.string("text"))
                .orElseThrow(() -> new ToolFailure("Nothing is kept there."));
    }

    private static long count(Call call) {
        return call.state("calls")
                .update(value -> JsonObject.of("n", Json.of(value.integer("n").orElse(0) + 1)), HOUR)
                .integer("n")
                .orElseThrow();
    }

    private static String cautious(Call call) {
        try {
            return "count " + count(call);
        } catch (StateStoreException unreachable) {
            return "not counted";
        }
    }

    private static HttpHandler as(String user, HttpHandler instance) {
        return request -> instance.handle(new HttpRequest(
                request.method(),
                request.path(),
                request.query(),
                request.headers().with("user", user),
                request.body(),
                request.arrival()));
    }

    private static String modern(HttpHandler instance, String tool, String arguments) throws InterruptedException {
        return text(Post.modern(
                instance, "tools/call", tool, "\"name\":\"" + tool + "\",\"arguments\":{" + arguments + "}"));
    }

    private static String legacy(HttpHandler instance, String tool, String arguments) throws InterruptedException {
        String session = Post.legacy(
                        instance,
                        "",
                        "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{"
                                + "\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},"
                                + "\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}")
                .response()
                .headers()
                .first("mcp-session-id")
                .orElseThrow();
        return text(Post.legacy(
                instance,
                session,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                        + "\",\"arguments\":{" + arguments + "}}}"));
    }

    private static String text(Post post) throws InterruptedException {
        JsonObject result = post.json().object("result").orElseThrow();
        return ((JsonObject) result.array("content").orElseThrow().items().get(0))
                .string("text")
                .orElseThrow();
    }

    @Test
    void whatOneInstanceKeepsTheOtherFinds() throws Exception {
        String handle = modern(one, "open", "\"text\":\"three pears\"");

        assertThat(modern(other, "look", "\"handle\":\"" + handle + "\"")).isEqualTo("three pears");
    }

    @Test
    void clientsOfBothErasFindTheSame() throws Exception {
        String ofModern = modern(one, "open", "\"text\":\"from a modern client\"");
        String ofLegacy = legacy(one, "open", "\"text\":\"from a legacy client\"");

        assertThat(legacy(other, "look", "\"handle\":\"" + ofModern + "\"")).isEqualTo("from a modern client");
        assertThat(modern(other, "look", "\"handle\":\"" + ofLegacy + "\"")).isEqualTo("from a legacy client");
    }

    @Test
    void anotherCallerWithTheHandleFindsNothing() throws Exception {
        String handle = modern(as("alice", one), "open", "\"text\":\"hers\"");

        assertThat(modern(as("mallory", one), "look", "\"handle\":\"" + handle + "\""))
                .isEqualTo("Nothing is kept there.");
        assertThat(legacy(as("mallory", other), "look", "\"handle\":\"" + handle + "\""))
                .isEqualTo("Nothing is kept there.");
    }

    @Test
    void everyCallerCountsAlone() throws Exception {
        assertThat(modern(as("alice", one), "count", "")).isEqualTo("count 1");
        assertThat(legacy(as("alice", other), "count", "")).isEqualTo("count 2");

        assertThat(modern(as("bob", one), "count", "")).isEqualTo("count 1");
    }

    @Test
    void anAnonymousCallerIsToldWhyNothingIsKept() throws Exception {
        HttpHandler open = instance(store, Authenticator.anonymous());

        assertThat(modern(open, "count", "")).startsWith("For a caller without credentials");
        assertThat(logged).singleElement().asString().contains("Call.newState");
    }

    @Test
    void aStoreThatCannotAnswerIsTheOperatorsBusiness() throws Exception {
        HttpHandler cutOff = instance(new UnreachableStore());

        assertThat(modern(cutOff, "count", ""))
                .startsWith("Something went wrong on the server.")
                .doesNotContain("10.0.0.7");
        assertThat(logged).singleElement().isInstanceOf(StateStoreException.class);
    }

    @Test
    void aToolMayDoWithoutTheStore() throws Exception {
        HttpHandler cutOff = instance(new UnreachableStore());

        assertThat(modern(cutOff, "cautious", "")).isEqualTo("not counted");
        assertThat(logged).isEmpty();
    }

    /** A store behind a broken network. */
    private static final class UnreachableStore implements StateStore {

        @Override
        public Optional<StateEntry> get(StateKey key) {
            throw unreachable();
        }

        @Override
        public Optional<StateVersion> put(StateKey key, String value, StateVersion expected, Instant deadline) {
            throw unreachable();
        }

        @Override
        public boolean remove(StateKey key, StateVersion expected) {
            throw unreachable();
        }

        private static StateStoreException unreachable() {
            return new StateStoreException("10.0.0.7 does not answer", new IOException("refused"));
        }
    }
}
