package dev.footbridge.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.aws.dynamo.DynamoStateStore;
import dev.footbridge.aws.dynamo.FakeDynamo;
import dev.footbridge.aws.event.Invocation;
import dev.footbridge.aws.sigv4.AwsAccount;
import dev.footbridge.aws.sigv4.AwsPatience;
import dev.footbridge.aws.sigv4.AwsServiceName;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.key.KeyIssuer;
import dev.footbridge.key.KeyTerms;
import dev.footbridge.key.Pepper;
import dev.footbridge.key.StateKeyStore;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server as the template puts it together, with the table it keeps things in. */
final class LambdaServerTest {

    private static final String PEPPER = "ab".repeat(32);
    private static final String OAUTH = """
            version: 1
            oauth:
              resource: https://unset.invalid/mcp
              issuers: [{issuer: "https://id.example.com", jwks: "https://id.example.com/keys"}]
            """;

    @TempDir
    private Path folder;

    private final FakeDynamo dynamo = new FakeDynamo();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void set() {
        environment.putAll(Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "a key for tests",
                "AWS_ENDPOINT_URL", dynamo.address(),
                "FOOTBRIDGE_AUTH", "settings",
                "FOOTBRIDGE_TABLE", "table",
                "FOOTBRIDGE_SEALING_KEYS", "env:SEALING",
                "SEALING", "a text that nobody guesses, of some length",
                "PEPPER", PEPPER));
    }

    @AfterEach
    void close() {
        dynamo.close();
    }

    @Test
    void aKeyInTheTableLetsItsOwnerIn() throws Exception {
        settings("version: 1\nsecrets: {key_pepper: [\"env:PEPPER\"]}\n");
        LambdaFunction function = function();

        assertThat(call(function, "")).contains("\"statusCode\":401");
        assertThat(call(function, key())).contains("\"statusCode\":200", "hello");
    }

    @Test
    void keysNeedATable() throws Exception {
        environment.remove("FOOTBRIDGE_TABLE");
        settings("version: 1\nsecrets: {key_pepper: [\"env:PEPPER\"]}\n");

        refused("secrets.key_pepper", "FOOTBRIDGE_TABLE");
    }

    @Test
    void withoutAnybodyToTrustItDoesNotStart() throws Exception {
        settings("version: 1\n");

        refused("FOOTBRIDGE_AUTH=settings", "oauth", "secrets.key_pepper");
    }

    @Test
    void aRuleAboutAToolThatIsNotThereStopsTheStart() throws Exception {
        settings(OAUTH + "policy: {rules: [{id: one, tools: [stranger], allow: \"*\"}]}\n");

        assertThatThrownBy(this::function)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stranger");
    }

    @Test
    void thePublicUrlStandsForTheResource() throws Exception {
        settings(OAUTH);
        environment.put("FOOTBRIDGE_PUBLIC_URL", "https://real.example.com/mcp");

        String answer = call(function(), "");

        assertThat(answer)
                .contains("https://real.example.com/.well-known/oauth-protected-resource/mcp")
                .doesNotContain("unset.invalid");
    }

    @Test
    void everyCallIsRecordedWithOrWithoutSettings() throws Exception {
        environment.put("FOOTBRIDGE_AUTH", "iam");

        call(function(), "");

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"seq\":1", "\"chain\":{\"prev\":");
    }

    @Test
    void callsAreCountedUnlessItIsSwitchedOff() throws Exception {
        environment.put("FOOTBRIDGE_AUTH", "iam");
        call(function(), "");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("CloudWatchMetrics", "\"tool\":\"greet\"");

        out.reset();
        environment.put("FOOTBRIDGE_METRICS", "off");
        call(function(), "");
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("CloudWatchMetrics");

        environment.put("FOOTBRIDGE_METRICS", "no");
        refused("FOOTBRIDGE_METRICS");
    }

    @Test
    void aCallWithoutLimitsAsksNothingOfAws() throws Exception {
        environment.put("FOOTBRIDGE_AUTH", "iam");
        LambdaFunction function = function();

        assertThat(call(function, "")).contains("hello");
        assertThat(call(function, "")).contains("hello");
        assertThat(dynamo.operations()).isEmpty();
    }

    private void refused(String... words) {
        assertThatThrownBy(this::function)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(words);
    }

    private void settings(String yaml) throws IOException {
        Path file = folder.resolve("footbridge.yaml");
        Files.writeString(file, yaml);
        environment.put("FOOTBRIDGE_SETTINGS", file.toString());
    }

    private LambdaFunction function() {
        FunctionApp app = FunctionApp.of(
                Implementation.of("test", "1"),
                FeatureSet.builder()
                        .tool(Tool.named("greet").describedAs("Greets.").calls((in, call) -> ToolResult.text("hello")))
                        .build());
        return LambdaServer.of(app, environment, new PrintStream(out, true, StandardCharsets.UTF_8))
                .function();
    }

    private String key() {
        InstantSource clock = InstantSource.system();
        DynamoStateStore table = new DynamoStateStore(
                new AwsAccount(environment, clock).service(AwsServiceName.DYNAMODB, AwsPatience.USUAL), "table", clock);
        Pepper pepper = new Pepper(List.of(Secret.of(HexFormat.of().parseHex(PEPPER))));
        return new KeyIssuer(new StateKeyStore(table, clock), pepper, clock)
                .create(KeyTerms.of("ada", clock.instant()))
                .key()
                .text()
                .revealText();
    }

    private static String call(LambdaFunction function, String credential) throws IOException {
        String authorization = credential.isEmpty() ? "" : "\"authorization\":\"Bearer " + credential + "\",";
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"greet\","
                + "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
        String event = "{\"version\":\"2.0\",\"rawPath\":\"/mcp\",\"headers\":{" + authorization
                + "\"host\":\"x.on.aws\",\"content-type\":\"application/json\","
                + "\"accept\":\"application/json, text/event-stream\",\"mcp-protocol-version\":\"2026-07-28\","
                + "\"mcp-method\":\"tools/call\",\"mcp-name\":\"greet\"},\"requestContext\":{"
                + "\"authorizer\":{\"iam\":{\"accountId\":\"123456789012\",\"userId\":\"AROAEXAMPLE:ada\","
                + "\"userArn\":\"arn:aws:sts::123456789012:assumed-role/reader/ada\"}},"
                + "\"http\":{\"method\":\"POST\",\"path\":\"/mcp\",\"sourceIp\":\"203.0.113.9\"}},\"body\":\""
                + body.replace("\"", "\\\"") + "\"}";
        HeldAnswer answer = new HeldAnswer();
        function.invoke(
                event.getBytes(StandardCharsets.UTF_8),
                new Invocation("r-1", Instant.now().plusSeconds(20), false),
                answer);
        return JsonWriter.text(answer.json());
    }
}
