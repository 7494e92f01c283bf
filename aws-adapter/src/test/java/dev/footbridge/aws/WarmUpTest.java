package dev.footbridge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.footbridge.McpServer;
import dev.footbridge.aws.sigv4.AwsAccount;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.FunctionLog;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.security.Authenticator;
import dev.footbridge.state.MemoryStateStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start of an environment that no snapshot is taken of, beside an issuer and a table on loopback. */
final class WarmUpTest {

    /** The public half of a key of P-256, from RFC 7515 A.3. */
    private static final String KEYS = """
            {"keys": [{"kty": "EC", "kid": "k", "crv": "P-256", "use": "sig",
              "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
              "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}
            """;

    private static final Map<String, String> BARE =
            Map.of("FOOTBRIDGE_AUTH", "iam", "FOOTBRIDGE_SEALING_KEYS", "env:KEY");

    @TempDir
    private Path folder;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger ran = new AtomicInteger();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private HttpServer outside;

    @BeforeEach
    void start() throws IOException {
        outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/", exchange -> {
            boolean keys = exchange.getRequestURI().getPath().equals("/jwks");
            asked.add(
                    keys ? "keys" : String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target")));
            exchange.getRequestBody().readAllBytes();
            byte[] body = (keys ? KEYS : "{}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        outside.start();
    }

    @AfterEach
    void stop() {
        outside.stop(0);
    }

    @Test
    void keysAreFetchedAndTheTableIsReadAndNothingElseIsSeenOfIt() throws IOException {
        server(Map.of()).warmUp();

        assertThat(asked).containsExactlyInAnyOrder("keys", "DynamoDB_20120810.GetItem");
        assertThat(ran).hasValue(0);
        assertThat(lines()).isEmpty();
    }

    @Test
    void whatCannotBeReachedIsLeftToTheFirstRequest() throws IOException {
        LambdaServer server = server(Map.of());
        stop();

        server.warmUp();

        assertThat(lines().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("could not be fetched"))
                .anyMatch(line -> line.contains("the table could not be read at the start"));
    }

    /** What is loaded ahead is never worth a function that does not start. */
    @Test
    void whateverFailsIsSaidAndEndsNeitherAStartNorASnapshot() {
        InstantSource broken = () -> {
            throw new NoClassDefFoundError("org/example/Missing");
        };
        Authenticator judge = new Authenticator() {
            @Override
            public Outcome authenticate(HttpRequest request) {
                throw new AssertionError("nobody asks");
            }

            @Override
            public void prime() {
                throw new IllegalStateException("a bug in it");
            }
        };
        Log log = new FunctionLog(new PrintStream(lines, true, StandardCharsets.UTF_8), InstantSource.system());
        LambdaSettings settings = LambdaSettings.of(BARE);
        Primer primer = new Primer(McpServer.named(Implementation.of("test", "1")), judge, settings, broken, log);

        new WarmUp(primer, judge, Optional.of(new MemoryStateStore(broken)), broken, log).run();
        new SnapshotHooks(primer, new AwsAccount(Map.of(), broken), broken, log).beforeSnapshot();

        assertThat(lines().lines().filter(line -> line.contains("\"level\":\"WARN\"")))
                .hasSize(4);
    }

    @Test
    void nothingIsDoneWhereItIsSwitchedOff() throws IOException {
        server(Map.of("FOOTBRIDGE_PRIMING", "off")).warmUp();

        assertThat(asked).isEmpty();
    }

    @Test
    void functionsWithoutSettingsArePrimedOnlyWhenTheySaySo() {
        assertThat(LambdaSettings.of(BARE).primed()).isFalse();

        Map<String, String> asking = new HashMap<>(BARE);
        asking.put("FOOTBRIDGE_PRIMING", "on");
        assertThat(LambdaSettings.of(asking).primed()).isTrue();
    }

    private String lines() {
        return lines.toString(StandardCharsets.UTF_8);
    }

    private LambdaServer server(Map<String, String> more) throws IOException {
        String here = "http://127.0.0.1:" + outside.getAddress().getPort();
        Path file = folder.resolve("footbridge.yaml");
        Files.writeString(file, """
                version: 1
                oauth:
                  resource: https://mcp.example/mcp
                  issuers:
                    - { issuer: "%s", jwks: "%s/jwks" }
                limits:
                  rules:
                    - { id: each, per: caller, rate: 60/min }
                """.formatted(here, here));
        Map<String, String> environment = new HashMap<>(Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "id",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_ENDPOINT_URL", here,
                "FOOTBRIDGE_AUTH", "settings",
                "FOOTBRIDGE_SETTINGS", file.toString(),
                "FOOTBRIDGE_TABLE", "mcp",
                "FOOTBRIDGE_SEALING_KEYS", "env:KEY",
                "KEY", "k".repeat(40)));
        environment.putAll(more);
        PrintStream out = new PrintStream(lines, true, StandardCharsets.UTF_8);
        return LambdaServer.of(FunctionApp.of(Implementation.of("test", "1"), features()), environment, out);
    }

    private FeatureSet features() {
        return FeatureSet.builder()
                .tool(Tool.named("greet").describedAs("Greets.").calls((in, call) -> {
                    ran.incrementAndGet();
                    return ToolResult.text("hello");
                }))
                .build();
    }
}
