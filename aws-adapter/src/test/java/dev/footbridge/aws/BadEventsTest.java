package dev.footbridge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import dev.footbridge.McpServer;
import dev.footbridge.aws.event.Bounds;
import dev.footbridge.aws.event.FrontDoor;
import dev.footbridge.aws.event.Invocation;
import dev.footbridge.aws.runtime.Responder;
import dev.footbridge.aws.runtime.ResponseStream;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.Routes;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that nobody should send: each ends in a clear answer or an empty object, soon, and in words for the log. */
final class BadEventsTest {

    private static final String META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
    private static final String CALL =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"greet\"," + META + "}}";
    private static final String HEADERS = "\"host\":\"x.on.aws\",\"content-type\":\"application/json\","
            + "\"accept\":\"application/json, text/event-stream\",\"mcp-protocol-version\":\"2026-07-28\","
            + "\"mcp-method\":\"tools/call\",\"mcp-name\":\"greet\"";

    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Log log =
            (level, id, message, cause) -> logged.add(id + " " + message + (cause == null ? "" : cause));

    @Test
    void whatTheEventsBelowAreMadeOfIsGood() throws IOException {
        assertThat(answer(event(HEADERS, quoted(CALL), false)).string("body").orElse(""))
                .contains("hello");
    }

    @Test
    void sixMegabytesAreRefusedWithoutBeingUnderstood() throws IOException {
        assertThat(status(event(HEADERS, quoted("x".repeat(6 << 20)), false))).isEqualTo(413);
        String bomb = Base64.getEncoder().encodeToString(new byte[4 << 20]);
        assertThat(status(event(HEADERS, quoted(bomb), true))).isEqualTo(413);
        String manyHeaders = HEADERS + ",\"x-large\":\"" + "y".repeat(1 << 20) + "\"";
        assertThat(status(event(manyHeaders, quoted(CALL), false))).isEqualTo(200);
    }

    @Test
    void sixMegabytesOfStructureAreNoRequest() throws IOException {
        String many = "{\"version\":\"2.0\",\"x\":[" + "0,".repeat(2 << 20) + "0]}";
        assertThat(invoke(many, Optional.of(FrontDoor.FUNCTION_URL), soon())).isEqualTo("{}");
        assertThat(logged).anyMatch(line -> line.contains("an event could not be read"));
    }

    @Test
    void aNestedEventIsNoRequest() throws IOException {
        String deep = "{\"version\":\"2.0\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThat(invoke(deep, Optional.of(FrontDoor.FUNCTION_URL), soon())).isEqualTo("{}");
        assertThat(logged).anyMatch(line -> line.contains("an event could not be read"));
    }

    @Test
    void aNestedBodyIsAParseError() throws IOException {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        JsonObject answer = answer(event(HEADERS, quoted(deep), false));
        assertThat(answer.integer("statusCode")).hasValue(400);
        assertThat(answer.string("body").orElse("")).contains("-32700");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "ey", "e30=\\n", "e30", "====", "e30=e30=", "\\u0000", "é30="})
    void base64ThatIsNoneIsRefusedAndWhatIsOneIsNoCall(String text) throws IOException {
        JsonObject answer = answer(event(HEADERS, "\"" + text + "\"", true));

        assertThat(answer.integer("statusCode")).hasValue(400);
        assertThat(answer.string("body").orElse("")).contains("\"error\"").doesNotContain("Exception");
    }

    /** A door sends a text or null; whatever else is no text is as good as none. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "true", "{}", "[\"a\"]", "\"\""})
    void aBodyThatIsNoTextIsNone(String body) throws IOException {
        JsonObject answer = answer(event(HEADERS, body, false));

        assertThat(answer.integer("statusCode")).hasValue(400);
        assertThat(answer.string("body").orElse("")).contains("-32700");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "\"x\"",
                "{\"content-type\":null}",
                "{\"content-type\":[\"application/json\"]}"
            })
    void withoutHeadersThereIsNoHostToTrust(String headers) throws IOException {
        String event = event(HEADERS, quoted(CALL), false).replace("{" + HEADERS + "}", headers);

        assertThat(status(event)).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource(FrontDoor.class)
    void anEventWithoutMethodOrPathIsIgnoredAndTheLogSaysWhatIsMissing(FrontDoor door) throws IOException {
        for (String context : List.of("", "\"requestContext\":null,", "\"requestContext\":{\"http\":7,\"elb\":{}},")) {
            String event = "{" + context + "\"version\":\"2.0\",\"headers\":{" + HEADERS + "},\"body\":\"\"}";

            assertThat(invoke(event, Optional.of(door), soon())).isEqualTo("{}");
        }
        assertThat(logged).hasSize(3).allMatch(line -> line.startsWith("r-1 ignored an event"));
    }

    /** Whoever can invoke the function directly cannot choose the codec, and with it what is believed. */
    @Test
    void theShapeOfAnotherDoorIsNeverTakenWhereOneIsConfigured() throws IOException {
        String rest = "{\"httpMethod\":\"POST\",\"path\":\"/mcp\",\"headers\":{" + HEADERS
                + "},\"requestContext\":{\"identity\":{\"sourceIp\":\"1.1.1.1\"}},\"body\":" + quoted(CALL) + "}";

        assertThat(invoke(rest, Optional.empty(), soon())).contains("hello");
        assertThat(invoke(rest, Optional.of(FrontDoor.FUNCTION_URL), soon())).isEqualTo("{}");
        assertThat(invoke(rest, Optional.of(FrontDoor.HTTP_API), soon())).isEqualTo("{}");
        assertThat(invoke(event(HEADERS, quoted(CALL), false), Optional.of(FrontDoor.REST_API), soon()))
                .isEqualTo("{}");
        assertThat(logged).hasSize(3).allMatch(line -> line.contains("an event of payload"));
    }

    @Test
    void aHeaderThatCameTwiceIsNotTakenForOne() throws IOException {
        String joined = HEADERS.replace("\"mcp-method\":\"tools/call\"", "\"mcp-method\":\"tools/call,tools/list\"");
        assertThat(status(event(joined, quoted(CALL), false))).isEqualTo(400);

        String lists =
                "\"multiValueHeaders\":{\"Host\":[\"x\"],\"Content-Type\":[\"application/json\",\"text/plain\"]}";
        String rest = "{\"httpMethod\":\"POST\",\"path\":\"/mcp\",\"headers\":{" + HEADERS + "}," + lists
                + ",\"requestContext\":{\"identity\":{}},\"body\":" + quoted(CALL) + "}";
        assertThat(JsonReader.readObject(invoke(rest, Optional.of(FrontDoor.REST_API), soon()))
                        .orElseThrow()
                        .integer("statusCode"))
                .hasValue(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "x y", "x\\r\\nset-cookie: a=1", "\\u0000", "::", "x.on.aws, y.on.aws", ""})
    void aHostThatIsNoneDoesNotBreakAnything(String host) throws IOException {
        String event = event(HEADERS.replace("x.on.aws", host), quoted(CALL), false);

        JsonObject answer = answer(event);

        assertThat(answer.integer("statusCode").orElse(0)).isIn(200L, 400L, 403L);
        assertThat(answer.toString()).doesNotContain("set-cookie").doesNotContain("Exception");
    }

    @Test
    void aPathThatIsNotServedSaysSoWhateverItLooksLike() throws IOException {
        for (String path : List.of("", "/", "/mcp/", "//mcp", "/../mcp", "mcp", "/mcp\\u0000", "/%6dcp")) {
            String event =
                    event(HEADERS, quoted(CALL), false).replace("\"rawPath\":\"/mcp\"", "\"rawPath\":\"" + path + "\"");
            assertThat(status(event)).as(path).isEqualTo(404);
        }
    }

    @Test
    void pastTheDeadlineTheAnswerIsThatItTookTooLong() throws IOException {
        Instant began = Instant.now();
        String slow = event(HEADERS.replace("greet", "slow"), quoted(CALL.replace("greet", "slow")), false);

        assertThat(invoke(slow, Optional.of(FrontDoor.FUNCTION_URL), began.minusSeconds(5)))
                .contains("took too long");
        assertThat(invoke(slow, Optional.of(FrontDoor.FUNCTION_URL), began.plusMillis(100)))
                .contains("took too long");
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aHandlerThatIsCalledWithoutAContextAnswersAllTheSame() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        FunctionApp app = FunctionApp.of(Implementation.of("test", "1"), features());
        Map<String, String> environment = Map.of("FOOTBRIDGE_AUTH", "iam", "FOOTBRIDGE_SEALING_KEYS", "env:KEY");
        LambdaHandler handler = new LambdaHandler(LambdaServer.of(app, environment, out)) {};
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        String event = event(HEADERS, quoted(CALL), false);

        handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, missing());

        assertThat(answer.toString(StandardCharsets.UTF_8)).contains("\"statusCode\":403");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("without a context");
    }

    /** What a caller in a test, or a runtime with a fault, would give. */
    @SuppressWarnings("NullAway")
    private static Context missing() {
        return null;
    }

    private JsonObject answer(String event) throws IOException {
        return JsonReader.readObject(invoke(event, Optional.of(FrontDoor.FUNCTION_URL), soon()))
                .orElseThrow();
    }

    private int status(String event) throws IOException {
        return (int) answer(event).integer("statusCode").orElse(0);
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(30);
    }

    private String invoke(String event, Optional<FrontDoor> door, Instant deadline) throws IOException {
        McpServer server = McpServer.named(Implementation.of("test", "1"))
                .features(features())
                .config(ServerConfig.DEFAULTS.toBuilder()
                        .allowedHosts(List.of("*"))
                        .build())
                .log(log)
                .build();
        LambdaFunction function =
                new LambdaFunction(Routes.of(server.http()), door, new Bounds(1 << 20, Duration.ofMillis(300)), log);
        Kept kept = new Kept();
        function.invoke(event.getBytes(StandardCharsets.UTF_8), new Invocation("r-1", deadline, false), kept);
        return new String(Objects.requireNonNull(kept.json), StandardCharsets.UTF_8);
    }

    private static FeatureSet features() {
        return FeatureSet.builder()
                .tool(Tool.named("greet").describedAs("Greets.").calls((in, call) -> ToolResult.text("hello")))
                .tool(Tool.named("slow").describedAs("Is slow.").calls((in, call) -> {
                    new CountDownLatch(1).await(10, TimeUnit.SECONDS);
                    return ToolResult.text("finished");
                }))
                .build();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }

    private static String event(String headers, String body, boolean encoded) {
        return "{\"version\":\"2.0\",\"rawPath\":\"/mcp\",\"rawQueryString\":\"\",\"headers\":{" + headers + "},"
                + "\"requestContext\":{\"http\":{\"method\":\"POST\",\"path\":\"/mcp\",\"sourceIp\":\"203.0.113.9\"},"
                + "\"stage\":\"$default\"},\"body\":" + body + ",\"isBase64Encoded\":" + encoded + "}";
    }

    /** Keeps the one whole answer. */
    private static final class Kept implements Responder {
        private byte @Nullable [] json;

        @Override
        public void whole(byte[] answer) {
            json = answer;
        }

        @Override
        public ResponseStream stream() {
            throw new UnsupportedOperationException("whole");
        }
    }
}
