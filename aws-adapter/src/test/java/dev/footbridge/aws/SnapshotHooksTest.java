package dev.footbridge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.footbridge.argument.Field;
import dev.footbridge.aws.event.Invocation;
import dev.footbridge.aws.secret.SecretsManagerSource;
import dev.footbridge.aws.sigv4.AwsAccount;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Implementation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole server around a snapshot; whatever it asks of AWS is asked here. */
final class SnapshotHooksTest {

    private static final String RULES = """
            version: 1
            policy:
              callers:
                everybody: { issuer: "*" }
              rules:
                - { id: all, allow: "*", tools: "*" }
            limits:
              rules:
                - { id: each, per: caller, rate: 60/min }
            """;
    private static final String OAUTH = """
            oauth:
              resource: https://mcp.example/mcp
              issuers:
                - { issuer: "https://id.example", jwks: "https://id.example/jwks" }
            """;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger ran = new AtomicInteger();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(lines, true, StandardCharsets.UTF_8);
    private HttpServer aws;

    @BeforeEach
    void start() throws IOException {
        aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        aws.createContext("/", exchange -> {
            boolean keys = exchange.getRequestURI().getPath().equals("/keys");
            asked.add((keys ? "keys" : "service") + " "
                    + exchange.getRequestHeaders().getFirst("Connection") + " "
                    + exchange.getRemoteAddress().getPort());
            exchange.getRequestBody().readAllBytes();
            byte[] body = (keys
                            ? "{\"AccessKeyId\":\"a\",\"SecretAccessKey\":\"b\",\"Expiration\":\"2999-01-01T00:00:00Z\"}"
                            : "{\"SecretString\":\"text\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        aws.start();
    }

    @AfterEach
    void stop() {
        aws.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "function-url, iam, buffered",
        "function-url, settings, streaming",
        "http-api, jwt, buffered",
        "rest-api, iam, streaming",
        "alb, settings, buffered",
        "'', iam, buffered"
    })
    void theWalkBeforeASnapshotLeavesNoTrace(String door, String auth, String mode, @TempDir Path folder)
            throws Exception {
        LambdaServer server = server(folder, door, auth, mode);

        server.hooks().beforeSnapshot();

        assertThat(lines().lines()).hasSize(1).allMatch(line -> line.contains("ready for a snapshot"));
        assertThat(asked).isEmpty();
        assertThat(ran).hasValue(0);
    }

    @Test
    void theFirstCallAfterARestoreIsAColdOneAndBeginsAStreamOfRecords(@TempDir Path folder) throws Exception {
        LambdaServer server = server(folder, "function-url", "iam", "buffered");
        server.hooks().beforeSnapshot();
        server.hooks().afterRestore();

        HeldAnswer answer = new HeldAnswer();
        Invocation invocation = new Invocation("r-1", Instant.now().plusSeconds(30), false, "acme");
        server.invoke(PrimingEvent.list().bytes(), invocation, answer);
        server.invoke(PrimingEvent.call(JsonObject.EMPTY).bytes(), invocation, new HeldAnswer());
        server.invoke("{}".getBytes(StandardCharsets.UTF_8), invocation, new HeldAnswer());

        assertThat(answer.json().string("body").orElse("")).contains("\"name\":\"greet\"");
        assertThat(lines())
                .contains("restored from a snapshot", "\"ColdStarts\":1", "\"seq\":1,", "\"stream\":\"")
                .contains("\"requestId\":\"r-1\",\"message\":\"ignored an event of payload 2.0")
                .contains("\"tenantId\":\"acme\"");
    }

    @Test
    void credentialsAreReadAnewAndConnectionsAreKeptOnlyAfterTheRestore() {
        String here = "http://127.0.0.1:" + aws.getAddress().getPort();
        AwsAccount account = new AwsAccount(
                Map.of(
                        "AWS_LAMBDA_INITIALIZATION_TYPE",
                        "snap-start",
                        "AWS_REGION",
                        "eu-central-1",
                        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                        here + "/keys",
                        "AWS_ENDPOINT_URL",
                        here),
                InstantSource.system());
        SecretsManagerSource secrets = new SecretsManagerSource(account);

        secrets.read("one");
        secrets.read("two");
        assertThat(asked).hasSize(3).allMatch(request -> request.contains(" close "));
        asked.clear();

        account.restored();
        secrets.read("three");
        secrets.read("four");
        assertThat(asked.get(0)).startsWith("keys close ");
        assertThat(asked.get(1)).startsWith("service keep-alive ").isEqualTo(asked.get(2));
    }

    /** Of copies of one state only what the kernel gives can differ: that this Java asks it is looked at here. */
    @Test
    void randomNumbersComeFromTheKernel() {
        assertThat(new SecureRandom().getAlgorithm()).startsWith("NativePRNG");
    }

    private String lines() {
        return lines.toString(StandardCharsets.UTF_8);
    }

    private LambdaServer server(Path folder, String door, String auth, String mode) throws IOException {
        Path file = folder.resolve("footbridge.yaml");
        Files.writeString(file, RULES + (auth.equals("settings") ? OAUTH : ""));
        Map<String, String> environment = new HashMap<>(Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + aws.getAddress().getPort(),
                "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start",
                "FOOTBRIDGE_AUTH", auth,
                "FOOTBRIDGE_INVOKE_MODE", mode,
                "FOOTBRIDGE_FRONT_DOOR", door,
                "FOOTBRIDGE_TABLE", "mcp",
                "FOOTBRIDGE_SEALING_KEYS", "aws-sm:keys",
                "FOOTBRIDGE_ISSUERS", "https://id.example",
                "FOOTBRIDGE_AUDIENCES", "https://mcp.example/mcp"));
        environment.put("FOOTBRIDGE_SETTINGS", file.toString());
        return LambdaServer.of(FunctionApp.of(Implementation.of("test", "1"), features()), environment, out);
    }

    private FeatureSet features() {
        return FeatureSet.builder()
                .tool(Tool.named("greet")
                        .describedAs("Greets.")
                        .takes(Field.text("name"))
                        .timeout(Duration.ofSeconds(5))
                        .calls((in, call) -> {
                            ran.incrementAndGet();
                            return ToolResult.text("hello");
                        }))
                .build();
    }
}
