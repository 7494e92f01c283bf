package dev.footbridge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.aws.event.Bounds;
import dev.footbridge.aws.runtime.RuntimeLoop;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.function.Routes;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.testkit.lambda.Answered;
import dev.footbridge.testkit.lambda.RuntimeEmulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loop of our own and the function behind it, against the Runtime API. */
final class LambdaFunctionTest {

    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Log log = (level, id, message, cause) -> logged.add(level + " " + id + " " + message);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private RuntimeEmulator runtime;

    @BeforeEach
    void start() throws IOException {
        runtime = RuntimeEmulator.start();
    }

    @AfterEach
    void stop() throws IOException {
        runtime.close();
    }

    @Test
    void aCallIsAnsweredWholeInTheShapeOfItsDoor() throws Exception {
        loop(false);

        Answered answered = runtime.submit(event("greet", ""), Duration.ofSeconds(30));

        String answer = answered.text();
        assertThat(answer).contains("\"statusCode\":200").contains("hello");
        assertThat(answered.streamed()).isFalse();
        assertThat(answered.failed()).isFalse();
    }

    @Test
    void progressReachesTheClientWhileTheToolRuns() throws Exception {
        loop(true);

        Answered answered = runtime.submit(event("slow", ",\"progressToken\":\"p\""), Duration.ofSeconds(30));
        StringBuilder seen = new StringBuilder();
        while (!seen.toString().contains("notifications/progress")) {
            seen.append(new String(answered.chunk(), StandardCharsets.UTF_8));
        }
        assertThat(seen.toString())
                .contains("\"statusCode\":200")
                .contains("text/event-stream")
                .contains("\0\0\0\0\0\0\0\0")
                .doesNotContain("finished");

        goOn.countDown();
        assertThat(answered.text()).contains("finished");
        assertThat(answered.streamed()).isTrue();
        assertThat(answered.trailers()).isEmpty();
    }

    @Test
    void whereNothingCanBeStreamedProgressComesWithTheAnswer() throws Exception {
        loop(false);
        goOn.countDown();

        Answered answered = runtime.submit(event("slow", ",\"progressToken\":\"p\""), Duration.ofSeconds(30));

        assertThat(answered.text())
                .contains("\"content-type\":\"text/event-stream\"")
                .contains("notifications/progress")
                .contains("finished");
        assertThat(answered.streamed()).isFalse();
    }

    @Test
    void wholeAnswersOfAStreamingFunctionGoTheSameWay() throws Exception {
        loop(true);

        Answered answered = runtime.submit(event("greet", ""), Duration.ofSeconds(30));

        assertThat(answered.text())
                .startsWith("{\"statusCode\":200")
                .contains("\0\0\0\0\0\0\0\0{")
                .contains("hello");
        assertThat(answered.streamed()).isTrue();
    }

    @Test
    void aCallIsGivenUpBeforeLambdaCutsItOff() throws Exception {
        loop(false);

        Answered answered = runtime.submit(event("slow", ""), Duration.ofMillis(900));

        assertThat(answered.text()).contains("took too long");
    }

    @Test
    void whatIsNoRequestIsAnsweredCalmly() throws Exception {
        loop(false);

        for (String foreign : List.of("{\"source\":\"aws.events\"}", "not json", "[1]", "")) {
            Answered answered = runtime.submit(foreign.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(30));
            assertThat(answered.text()).isEqualTo("{}");
            assertThat(answered.failed()).isFalse();
        }
        assertThat(runtime.submit(event("greet", ""), Duration.ofSeconds(30)).text())
                .contains("hello");
    }

    @Test
    void aScheduleIsNoReasonToWarn() throws Exception {
        loop(false);

        for (String source : List.of("footbridge.warm-up", "aws.events", "aws.scheduler", "elsewhere")) {
            Answered answered = runtime.submit(
                    ("{\"source\":\"" + source + "\"}").getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(30));
            assertThat(answered.text()).isEqualTo("{}");
            logged.replaceAll(line -> line.replace(answered.requestId(), source));
        }
        assertThat(logged)
                .containsExactly(
                        "INFO footbridge.warm-up kept warm",
                        "INFO aws.events ignored an event of aws.events",
                        "INFO aws.scheduler ignored an event of aws.scheduler",
                        "WARN elsewhere ignored an event of a shape that no front door has");
    }

    @Test
    void theTenantComesWithTheInvocation() throws Exception {
        runtime.setAside("acme");
        run(
                new RuntimeLoop(runtime.endpoint(), false, log),
                (event, invocation, responder) ->
                        responder.whole(invocation.tenant().getBytes(StandardCharsets.UTF_8)));

        assertThat(runtime.submit(new byte[0], Duration.ofSeconds(30)).text()).isEqualTo("acme");
    }

    @Test
    void anAnswerThatLambdaDoesNotTakeEndsNothing() throws Exception {
        run(new RuntimeLoop(runtime.endpoint(), false, log), (event, invocation, responder) -> {
            if (event.length == 1) {
                throw new IOException("the Runtime API answered 413");
            }
            responder.whole(event);
        });

        Answered refused = runtime.submit(new byte[] {'1'}, Duration.ofSeconds(30));
        assertThat(refused.text()).contains("Reference: " + refused.requestId());
        assertThat(logged).containsExactly("ERROR " + refused.requestId() + " an invocation failed");
        assertThat(runtime.submit(new byte[] {'2', '2'}, Duration.ofSeconds(30)).text())
                .isEqualTo("22");
    }

    @Test
    void aFailureIsToldToLambdaAndTheLoopGoesOn() throws Exception {
        RuntimeLoop loop = new RuntimeLoop(runtime.endpoint(), true, log);
        run(loop, (event, invocation, responder) -> {
            if (event.length == 1) {
                throw new IllegalStateException("secret");
            }
            responder.stream().write(event);
            throw new IllegalStateException("secret");
        });

        Answered early = runtime.submit(new byte[] {'1'}, Duration.ofSeconds(30));
        Answered late = runtime.submit(new byte[] {'2', '2'}, Duration.ofSeconds(30));

        assertThat(early.text()).contains("Reference: " + early.requestId()).doesNotContain("secret");
        assertThat(early.failed()).isTrue();
        assertThat(late.text()).isEqualTo("22");
        assertThat(late.trailers()).containsEntry("lambda-runtime-function-error-type", "Footbridge.Failed");
    }

    @Test
    void aSnapshotIsTakenBetweenTheHooks() throws Exception {
        RuntimeLoop loop = new RuntimeLoop(runtime.endpoint(), false, log);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(1);
        background(() -> {
            order.add("ready " + loop.snapshot(hooks(order, "")));
            done.countDown();
        });

        assertThat(runtime.awaitFrozen(Duration.ofSeconds(20))).isTrue();
        order.add("frozen");
        runtime.restore();

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(order).containsExactly("before", "frozen", "after", "ready true");
    }

    @Test
    void hooksThatFailAreReported() throws Exception {
        RuntimeLoop loop = new RuntimeLoop(runtime.endpoint(), false, log);
        background(() -> {
            loop.snapshot(hooks(new ArrayList<>(), "before"));
            loop.snapshot(hooks(new ArrayList<>(), "after"));
        });

        assertThat(runtime.report()).startsWith("init/error").contains("Runtime.BeforeCheckpointError");
        runtime.restore();
        assertThat(runtime.report()).startsWith("restore/error").contains("Runtime.AfterRestoreError");
    }

    @Test
    void aFunctionThatCannotBeMadeSaysWhy() throws Exception {
        RuntimeLoop loop = new RuntimeLoop(runtime.endpoint(), false, log);
        background(() -> loop.make(() -> {
            throw new IllegalArgumentException("no table");
        }));

        assertThat(runtime.report()).startsWith("init/error").contains("no table");
    }

    private static RuntimeLoop.Hooks hooks(List<String> order, String failing) {
        return new RuntimeLoop.Hooks() {
            @Override
            public void beforeSnapshot() {
                run("before");
            }

            @Override
            public void afterRestore() {
                run("after");
            }

            private void run(String hook) {
                order.add(hook);
                if (hook.equals(failing)) {
                    throw new IllegalStateException(hook);
                }
            }
        };
    }

    private void loop(boolean streaming) {
        McpServer server = McpServer.named(Implementation.of("test", "1"))
                .features(FeatureSet.builder()
                        .tool(Tool.named("greet").describedAs("Greets.").calls((in, call) -> ToolResult.text("hello")))
                        .tool(Tool.named("slow").describedAs("Is slow.").calls((in, call) -> {
                            call.progress(1, 2, "half");
                            goOn.await();
                            return ToolResult.text("finished");
                        }))
                        .build())
                .config(ServerConfig.DEFAULTS.toBuilder()
                        .allowedHosts(List.of("*"))
                        .build())
                .log(log)
                .build();
        LambdaFunction function = new LambdaFunction(
                Routes.of(server.http()), Optional.empty(), new Bounds(1 << 20, Duration.ofMillis(300)), log);
        run(new RuntimeLoop(runtime.endpoint(), streaming, log), function);
    }

    private static void run(RuntimeLoop loop, RuntimeLoop.Function function) {
        background(() -> loop.run(function));
    }

    /** Does something that ends when the Runtime API is gone. */
    private static void background(Endless work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException gone) {
                        // the emulator was closed
                    }
                },
                "function");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Endless {
        void run() throws IOException;
    }

    private static byte[] event(String tool, String meta) {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}" + meta + "}}}";
        String event =
                "{\"version\":\"2.0\",\"rawPath\":\"/mcp\",\"rawQueryString\":\"\",\"headers\":{\"host\":\"x.on.aws\","
                        + "\"content-type\":\"application/json\",\"accept\":\"application/json, text/event-stream\","
                        + "\"mcp-protocol-version\":\"2026-07-28\",\"mcp-method\":\"tools/call\",\"mcp-name\":\"" + tool
                        + "\"},"
                        + "\"requestContext\":{\"http\":{\"method\":\"POST\",\"path\":\"/mcp\",\"sourceIp\":\"203.0.113.9\"},"
                        + "\"stage\":\"$default\"},\"body\":\"" + body.replace("\"", "\\\"")
                        + "\",\"isBase64Encoded\":false}";
        return event.getBytes(StandardCharsets.UTF_8);
    }
}
