package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.audit.Audit;
import dev.footbridge.audit.AuditKey;
import dev.footbridge.audit.AuditSettings;
import dev.footbridge.audit.AuditSink;
import dev.footbridge.audit.AuditTrail;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFunction;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.http.ServerEvent;
import dev.footbridge.json.Json;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.secret.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What happens on a thread that an adapter lends. */
final class CallHereTest {

    /** More than wait to be sent. */
    private static final int MANY = 1000;

    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    private static McpServer.Builder server(ToolFunction function) {
        return McpServer.named(Implementation.of("test", "1"))
                .config(ServerConfig.DEFAULTS.toBuilder()
                        .keepAlive(Duration.ofSeconds(20))
                        .build())
                .features(FeatureSet.builder()
                        .tool(Tool.named("t").describedAs("Under test.").calls(function))
                        .build());
    }

    /** The thread would use the reply while another one still writes to it. */
    @Test
    void theThreadIsNotGivenBackBeforeTheReplyIsWrittenEvenIfItIsInterrupted() throws Exception {
        McpServer server = server((in, call) -> {
                    call.progress(1, 2, "half");
                    return ToolResult.text("done");
                })
                .build();
        LateBody late = (LateBody) server.http()
                .handle(request("\"_meta\":{\"progressToken\":1,\"io.modelcontextprotocol/protocolVersion\":"
                        + "\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":{}}"))
                .body();
        Thread lent = new Thread(() -> late.answer(new SlowReply()), "lent");
        lent.start();
        assertThat(opened.await(10, TimeUnit.SECONDS)).isTrue();

        for (int i = 0; i < 20; i++) {
            lent.interrupt();
            lent.join(10);
        }
        assertThat(lent.isAlive()).isTrue();

        go.countDown();
        lent.join(10_000);
        assertThat(lent.isAlive()).isFalse();
    }

    @Test
    void aCallThatSaysMoreThanWaitsForAThreadThatThereIsNotIsGivenUp() throws Exception {
        McpServer server = server((in, call) -> {
                    for (int i = 0; i < MANY && !call.cancelled(); i++) {
                        call.log(LogLevel.ERROR, Json.of(i));
                    }
                    return ToolResult.text("done");
                })
                .threads(work -> {
                    throw new OutOfMemoryError("no native thread");
                })
                .build();
        String session = Post.legacy(
                        server.http(),
                        "",
                        "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                                + "\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}")
                .response()
                .headers()
                .first("mcp-session-id")
                .orElseThrow();

        Post post = Post.legacy(
                server.http(),
                session,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"t\"}}");

        assertThat(post.json().object("error").orElseThrow().string("message"))
                .hasValueSatisfying(message -> assertThat(message).contains("stopped this call"));
    }

    @Test
    void aCallThatTheServerStopsIsNoInvitationToTryAgain() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        List<String> records = new CopyOnWriteArrayList<>();
        List<String> logged = new CopyOnWriteArrayList<>();
        AuditTrail trail = new AuditTrail(
                "s",
                new AuditKey(Secret.ofText("k".repeat(32))),
                AuditSink.ofTexts(records::add),
                AuditTrail.Heads.NONE);
        McpServer server = server((in, call) -> {
                    begun.countDown();
                    Thread.sleep(Duration.ofMinutes(1).toMillis());
                    return ToolResult.text("done");
                })
                .log((level, requestId, message, cause) -> logged.add(message))
                .audit(Audit.of(trail, AuditSettings.DEFAULTS, Log.none(), InstantSource.system()))
                .build();

        Post post = Post.modern(server.http(), "tools/call", "t", "\"name\":\"t\"");
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        server.close();

        assertThat(post.json().object("error").orElseThrow().string("message"))
                .hasValueSatisfying(message -> assertThat(message)
                        .startsWith("The server stopped this call")
                        .doesNotContain("busy"));
        assertThat(records).singleElement().asString().contains("\"status\":\"cancelled\"");
        assertThat(logged).contains("calls that were stopped before they ended: 1");
    }

    private static HttpRequest request(String params) {
        Map<String, List<String>> headers = new LinkedHashMap<>(Post.common());
        headers.put("mcp-protocol-version", List.of("2026-07-28"));
        headers.put("mcp-method", List.of("tools/call"));
        headers.put("mcp-name", List.of("t"));
        String body =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"t\"," + params + "}}";
        return new HttpRequest(
                "POST",
                "/mcp",
                "",
                new Headers(headers),
                Bytes.utf8(body),
                new Arrival("r1", Optional.empty(), Optional.empty(), true));
    }

    /** Of a client that is slow to take the first word. */
    private final class SlowReply implements LateBody.Reply {

        @Override
        public void whole(HttpResponse response) {
            throw new AssertionError("a stream was opened");
        }

        @Override
        public EventStream stream() {
            opened.countDown();
            try {
                go.await();
            } catch (InterruptedException never) {
                throw new AssertionError(never);
            }
            return new Silent();
        }

        @Override
        public boolean lendsThread() {
            return true;
        }
    }

    private static final class Silent implements EventStream {

        @Override
        public boolean send(ServerEvent event) {
            return true;
        }

        @Override
        public boolean keepAlive() {
            return true;
        }

        @Override
        public void close() {}
    }
}
