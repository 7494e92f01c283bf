package dev.footbridge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.aws.dynamo.FakeDynamo;
import dev.footbridge.aws.event.Invocation;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.Implementation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a call costs at AWS, counted through the whole server (issue: none without limits, with a limit exactly one).
 */
final class AwsCallsTest {

    private static final int CALLS = 20;
    private static final String RULE =
            "version: 1\nlimits:\n  rules:\n    - { id: all, per: caller, rate: 1/min, burst: 30 }\n";

    private final FakeDynamo dynamo = new FakeDynamo();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        dynamo.close();
    }

    @Test
    void aModernCallWithoutLimitsMakesNoCallOfAws() throws Exception {
        assertThat(call(server(""), CALLS)).isEqualTo(CALLS);

        assertThat(dynamo.operations()).isEmpty();
    }

    @Test
    void aModernCallWithALimitMakesExactlyOneFromTheFirstOn() throws Exception {
        assertThat(call(server(RULE), CALLS)).isEqualTo(CALLS);

        assertThat(dynamo.operations()).hasSize(CALLS).containsOnly("UpdateItem");
    }

    @Test
    void instancesShareALimitAndARefusalIsRemembered() throws Exception {
        assertThat(call(server(RULE), CALLS)).isEqualTo(CALLS);
        LambdaServer other = server(RULE);
        int before = dynamo.operations().size();

        assertThat(call(other, CALLS)).isEqualTo(10);
        // one wrong guess that the caller is idle, and ten calls; what is known to be refused is refused without one
        assertThat(dynamo.operations()).hasSize(before + 11);
    }

    private LambdaServer server(String settings) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "FOOTBRIDGE_AUTH", "iam",
                "FOOTBRIDGE_TABLE", "table",
                "FOOTBRIDGE_SEALING_KEYS", "env:SEALING",
                "SEALING", "a text for tests that is long enough for a key",
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "a key for tests",
                "AWS_ENDPOINT_URL_DYNAMODB", dynamo.address()));
        if (!settings.isEmpty()) {
            Path file = Files.writeString(folder.resolve("footbridge.yaml"), settings);
            environment.put("FOOTBRIDGE_SETTINGS", file.toString());
        }
        FunctionApp app = FunctionApp.of(
                Implementation.of("test", "1"),
                FeatureSet.builder()
                        .tool(Tool.named("greet").describedAs("Greets.").calls((in, call) -> ToolResult.text("hello")))
                        .build());
        return LambdaServer.of(
                app, environment, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    /** How many were let through. */
    private static int call(LambdaServer server, int times) throws IOException {
        int passed = 0;
        for (int i = 0; i < times; i++) {
            HeldAnswer answer = new HeldAnswer();
            server.function()
                    .invoke(
                            event().getBytes(StandardCharsets.UTF_8),
                            new Invocation("r" + i, Instant.now().plusSeconds(30), false),
                            answer);
            String text = JsonWriter.text(answer.json());
            boolean runs = text.contains("hello");
            assertThat(text).contains("\"statusCode\":" + (runs ? 200 : 429));
            passed += runs ? 1 : 0;
        }
        return passed;
    }

    private static String event() {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"greet\","
                + "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
        return "{\"version\":\"2.0\",\"rawPath\":\"/mcp\",\"rawQueryString\":\"\",\"headers\":{\"host\":\"x.on.aws\","
                + "\"content-type\":\"application/json\",\"accept\":\"application/json, text/event-stream\","
                + "\"mcp-protocol-version\":\"2026-07-28\",\"mcp-method\":\"tools/call\",\"mcp-name\":\"greet\"},"
                + "\"requestContext\":{\"authorizer\":{\"iam\":{\"accountId\":\"1\",\"userId\":\"AIDAEXAMPLE\"}},"
                + "\"http\":{\"method\":\"POST\",\"path\":\"/mcp\",\"sourceIp\":\"203.0.113.9\"},"
                + "\"stage\":\"$default\"},\"body\":\"" + body.replace("\"", "\\\"") + "\",\"isBase64Encoded\":false}";
    }
}
