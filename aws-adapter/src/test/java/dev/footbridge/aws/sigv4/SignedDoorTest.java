package dev.footbridge.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.aws.LambdaFunction;
import dev.footbridge.aws.event.Bounds;
import dev.footbridge.aws.event.FrontDoor;
import dev.footbridge.aws.identity.IamAuthenticator;
import dev.footbridge.aws.runtime.RuntimeLoop;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.function.Routes;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.testkit.lambda.Door;
import dev.footbridge.testkit.lambda.FrontDoorEmulator;
import dev.footbridge.testkit.lambda.RuntimeEmulator;
import dev.footbridge.testkit.lambda.SignedCallers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our client through doors that verify signatures with code of their own, to a server that believes them. */
final class SignedDoorTest {

    private static final String TOKEN = "to/ken+=";
    private static final String REGION = "eu-central-1";

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"FUNCTION_URL,lambda", "HTTP_API,execute-api", "REST_API,execute-api"})
    void whoSignsIsKnownByTheRoleBehindTheSignature(Door kind, String service) throws Exception {
        int port = start(kind, service);

        HttpResponse<String> answer = call(client("secret", TOKEN, service), port, "/mcp?a=b%20c&%C3%A9=*~+");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("AROAEXAMPLE in 123456789012");
    }

    @Test
    void anotherSecretTokenServiceOrNoneIsRefusedAtTheDoor() throws Exception {
        int port = start(Door.FUNCTION_URL, "lambda");

        for (HttpClient wrong : List.of(
                client("other", TOKEN, "lambda"),
                client("secret", "other", "lambda"),
                client("secret", TOKEN, "execute-api"),
                HttpClient.newHttpClient())) {
            HttpResponse<String> answer = call(wrong, port, "/mcp");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).startsWith("{\"Message\":\"The ");
        }
    }

    /** The function has no say in it, so what the door let through without a signature gets no further. */
    @Test
    void aDoorThatAsksForNoSignatureOpensNothing() throws Exception {
        int port = open(FrontDoorEmulator.Settings.of(Door.FUNCTION_URL));

        assertThat(call(client("secret", TOKEN, "lambda"), port, "/mcp").statusCode())
                .isEqualTo(403);
    }

    private static HttpClient client(String secret, String token, String service) {
        Map<String, String> environment =
                Map.of("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY", secret, "AWS_SESSION_TOKEN", token);
        InstantSource clock = InstantSource.system();
        return new SigV4HttpClient(
                HttpClient.newHttpClient(),
                new SigV4Signer(REGION, service),
                Credentials.of(environment, clock),
                clock);
    }

    private HttpResponse<String> call(HttpClient client, int port, String place) throws Exception {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"who\",\"_meta\":"
                + "{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + place))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "who")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private int start(Door kind, String service) throws IOException {
        return open(FrontDoorEmulator.Settings.of(kind)
                .identifying(new SignedCallers(
                        new SignedCallers.Key("AKIDEXAMPLE", "secret", TOKEN),
                        REGION,
                        service,
                        InstantSource.system())));
    }

    /** The port of the door. */
    private int open(FrontDoorEmulator.Settings settings) throws IOException {
        RuntimeEmulator runtime = RuntimeEmulator.start();
        opened.add(runtime);
        FrontDoorEmulator door = FrontDoorEmulator.start(0, runtime, settings);
        opened.add(door);
        Log log = (level, id, message, cause) -> {};
        McpServer server = McpServer.named(Implementation.of("test", "1"))
                .features(FeatureSet.builder()
                        .tool(Tool.named("who").describedAs("Says who calls.").calls((in, call) -> {
                            return ToolResult.text(call.caller().subject() + " in "
                                    + call.caller().tenant());
                        }))
                        .build())
                .config(ServerConfig.DEFAULTS.toBuilder()
                        .allowedHosts(List.of("*"))
                        .build())
                .authenticator(new IamAuthenticator())
                .log(log)
                .build();
        LambdaFunction function = new LambdaFunction(
                Routes.of(server.http()),
                Optional.of(FrontDoor.named(settings.door().name())),
                new Bounds(1 << 20, Duration.ofMillis(300)),
                log);
        Thread loop = new Thread(
                () -> {
                    try {
                        new RuntimeLoop(runtime.endpoint(), false, log).run(function);
                    } catch (IOException gone) {
                        // the emulator was closed
                    }
                },
                "function");
        loop.setDaemon(true);
        loop.start();
        return door.port();
    }
}
