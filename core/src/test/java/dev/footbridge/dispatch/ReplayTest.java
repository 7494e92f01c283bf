package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.call.Call;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.ServerEvent;
import dev.footbridge.json.Json;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.state.MemoryStateStore;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Streams that a legacy client comes back for, and what they cost. */
class ReplayTest {

    private static final String LARGE = "x".repeat(300 * 1024);

    private final CountDownLatch go = new CountDownLatch(1);
    private final LookedAt store = new LookedAt();
    private final McpServer server = McpServer.named(Implementation.of("test", "1"))
            .features(FeatureSet.builder()
                    .tool(Tool.named("talks")
                            .describedAs("Says one thing first.")
                            .calls((in, call) -> {
                                call.log(LogLevel.ERROR, Json.of("first"));
                                return ToolResult.text("done");
                            }))
                    .tool(Tool.named("shouts")
                            .describedAs("Says something large first.")
                            .calls((in, call) -> {
                                call.log(LogLevel.ERROR, Json.of(LARGE));
                                return ToolResult.text("done");
                            }))
                    .tool(Tool.named("comes-back")
                            .describedAs("Sends away for something large.")
                            .calls((in, call) -> {
                                call.releaseConnection();
                                return ToolResult.text(LARGE);
                            }))
                    .tool(Tool.named("waits").describedAs("Sends away.").calls((in, call) -> sendAway(call)))
                    .build())
            .store(store)
            .build();

    private ToolResult sendAway(Call call) throws InterruptedException {
        call.releaseConnection();
        go.await(10, TimeUnit.SECONDS);
        return ToolResult.text("done");
    }

    private String begin() throws InterruptedException {
        return Post.session(server.http(), "{}");
    }

    private Post call(String session, String tool) {
        return Post.legacy(
                server.http(),
                session,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool + "\"}}");
    }

    private Post resume(String session, String lastEventId) {
        return Post.get(server.http(), session, Map.of("last-event-id", List.of(lastEventId)));
    }

    /** Those of the primer, of what the tool says and of its answer. */
    private List<String> ids(String session, String tool) throws InterruptedException {
        Post post = call(session, tool);
        return List.of(id(post.event()), id(post.event()), id(post.event()));
    }

    private static String id(ServerEvent event) {
        return event.id().orElseThrow();
    }

    @Test
    void whoeverSawTheLastEventIsNotKept() throws Exception {
        String session = begin();

        Post back = resume(session, ids(session, "talks").get(2));

        assertThat(back.closed()).isTrue();
        assertThat(back.saidAnything()).isFalse();
    }

    @Test
    void eventThatNeverWasCannotBeGoneOnAfter() throws Exception {
        String session = begin();
        String primer = ids(session, "talks").get(0);

        Post back = resume(session, primer.substring(0, primer.lastIndexOf('-')) + "-99999999");

        assertThat(back.response().status()).isEqualTo(400);
    }

    @Test
    void anUnknownEventLeavesTheSessionAlive() throws Exception {
        String session = begin();

        Post gone = resume(session, "nothing-1");
        Post ping = Post.legacy(server.http(), session, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");

        assertThat(gone.response().status()).isEqualTo(400);
        assertThat(ping.response().status()).isEqualTo(200);
    }

    @Test
    void whoeverSawTheFirstEventGetsTheRest() throws Exception {
        String session = begin();

        Post back = resume(session, ids(session, "talks").get(1));

        assertThat(back.message().toString()).contains("done");
        assertThat(back.closed()).isTrue();
    }

    @Test
    void largeMessageIsNotKeptAndNobodyGetsPastIt() throws Exception {
        String session = begin();
        List<String> ids = ids(session, "shouts");

        Post without = resume(session, ids.get(0));
        Post with = resume(session, ids.get(1));

        assertThat(store.longest).isLessThan(LARGE.length());
        assertThat(without.response().status()).isEqualTo(400);
        assertThat(with.message().toString()).contains("done");
    }

    @Test
    void largeAnswerIsKeptForAClientThatWasSentAway() throws Exception {
        String session = begin();
        Post post = call(session, "comes-back");
        String primer = id(post.event());

        Post back = resume(session, primer);

        assertThat(back.message().toString()).contains(LARGE);
    }

    @Test
    void theLongerNothingComesTheSeldomerItIsLookedFor() throws Exception {
        String session = begin();
        Post post = call(session, "waits");
        String primer = id(post.event());
        post.closed();
        store.looks.clear();

        Post back = resume(session, primer);
        back.opened();
        store.look(); // whether there is anything to wait for
        Instant first = store.look();
        store.look();
        store.look();
        Instant fourth = store.look();
        go.countDown();

        assertThat(Duration.between(first, fourth)).isGreaterThan(Duration.ofMillis(690));
        assertThat(back.message().toString()).contains("done");
    }

    @Test
    void waitingEndsBeforeThePlatformEndsIt() throws Exception {
        String session = begin();
        Post post = call(session, "waits");
        String primer = id(post.event());
        post.closed();

        Map<String, List<String>> headers = new LinkedHashMap<>(Post.inSession(session));
        headers.put("last-event-id", List.of(primer));
        Post back = Post.until(soon(), server.http(), "GET", headers, "");

        assertThat(back.closed()).isTrue();
        go.countDown();
    }

    @Test
    void streamOfChangesEndsBeforeThePlatformEndsIt() throws Exception {
        Post changes = Post.until(soon(), server.http(), "GET", Post.inSession(begin()), "");

        assertThat(changes.closed()).isTrue();
    }

    @Test
    void listenStreamSaysThatItEndsBeforeThePlatformEndsIt() throws Exception {
        Map<String, List<String>> headers = new LinkedHashMap<>(Post.common());
        headers.put("mcp-protocol-version", List.of("2026-07-28"));
        headers.put("mcp-method", List.of("subscriptions/listen"));

        Post listen = Post.until(
                soon(),
                server.http(),
                "POST",
                headers,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"subscriptions/listen\",\"params\":{\"notifications\":{"
                        + "\"toolsListChanged\":true}," + Post.MODERN_META + "}}");

        assertThat(listen.message().string("method")).contains("notifications/subscriptions/acknowledged");
        assertThat(listen.message().object("result")).isPresent();
        assertThat(listen.closed()).isTrue();
    }

    private static Instant soon() {
        return Instant.now().plusMillis(300);
    }

    /** Notes when somebody looks for the first event of a stream. */
    private static final class LookedAt implements StateStore {

        private final MemoryStateStore inner = new MemoryStateStore(InstantSource.system());
        private final BlockingQueue<Instant> looks = new LinkedBlockingQueue<>();

        private volatile int longest;

        private Instant look() throws InterruptedException {
            return Optional.ofNullable(looks.poll(10, TimeUnit.SECONDS)).orElseThrow();
        }

        @Override
        public Optional<StateEntry> get(StateKey key) {
            if (key.name().startsWith("stream/") && key.name().endsWith("/1")) {
                looks.add(Instant.now());
            }
            return inner.get(key);
        }

        @Override
        public Optional<StateVersion> put(StateKey key, String value, StateVersion expected, Instant deadline) {
            longest = Math.max(longest, value.length());
            return inner.put(key, value, expected, deadline);
        }

        @Override
        public boolean remove(StateKey key, StateVersion expected) {
            return inner.remove(key, expected);
        }
    }
}
