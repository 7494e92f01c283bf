package dev.footbridge.verification.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.McpServer;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.local.LocalServer;
import dev.footbridge.log.Log;
import dev.footbridge.verification.fixture.Fixture;
import dev.footbridge.verification.fixture.FixtureServer;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java SDK's client, which speaks the legacy revisions, against the fixture on a loopback port. */
final class JavaSdkClientTest {

    private final Queue<Double> progress = new ConcurrentLinkedQueue<>();
    private McpServer server;
    private LocalServer local;

    @BeforeEach
    void start() throws IOException {
        server = Fixture.server(ServerConfig.DEFAULTS, Log.none());
        local = FixtureServer.serve(server, 0, Log.none());
    }

    @AfterEach
    void stop() {
        local.stop(Duration.ZERO, server::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-26", "2025-06-18", "2025-11-25"})
    void everythingWorksOverStreamableHttp(String revision) {
        McpClientTransport transport = HttpClientStreamableHttpTransport.builder(base())
                .endpoint("/mcp")
                .supportedProtocolVersions(List.of(revision))
                .build();

        try (McpSyncClient client = client(transport)) {
            assertThat(client.initialize().protocolVersion()).isEqualTo(revision);
            everythingWorks(client);
        }
    }

    @Test
    @SuppressWarnings("deprecation") // so is the transport
    void everythingWorksOverTheTransportOf20241105() {
        McpClientTransport transport =
                HttpClientSseClientTransport.builder(base()).sseEndpoint("/sse").build();

        try (McpSyncClient client = client(transport)) {
            assertThat(client.initialize().protocolVersion()).isEqualTo("2024-11-05");
            everythingWorks(client);
        }
    }

    private void everythingWorks(McpSyncClient client) {
        assertThat(client.getServerInfo().name()).isEqualTo("footbridge-fixture");
        assertThat(client.listTools().tools().get(0).name()).isEqualTo("a_first_tool");
        assertThat(text(client, "test_simple_text", Map.of())).isEqualTo("This is a simple text response for testing.");
        assertThat(text(client, "test_sampling", Map.of("prompt", "two?"))).isEqualTo("LLM response: answer to two?");
        assertThat(text(client, "test_roots", Map.of())).isEqualTo("file:///one");
        assertThat(text(client, "test_elicitation", Map.of("message", "Who?")))
                .isEqualTo("User response: action=accept, content={\"email\":\"a@example.com\",\"username\":\"Ada\"}");

        McpSchema.CallToolRequest withToken =
                new McpSchema.CallToolRequest("test_tool_with_progress", Map.of(), Map.of("progressToken", "p"));
        client.callTool(withToken);
        assertThat(progress).containsExactly(0.0, 50.0, 100.0);

        McpSchema.ReadResourceResult read =
                client.readResource(McpSchema.ReadResourceRequest.builder("test://template/123/data")
                        .build());
        assertThat(((McpSchema.TextResourceContents) read.contents().get(0)).text())
                .isEqualTo("{\"id\":\"123\"}");
        assertThatThrownBy(() -> client.readResource(
                        McpSchema.ReadResourceRequest.builder("test://nowhere").build()))
                .isInstanceOfSatisfying(
                        McpError.class,
                        error -> assertThat(error.getJsonRpcError().code()).isEqualTo(-32002));
        assertThat(client.listPrompts().prompts()).hasSize(5);
        assertThat(client.ping()).isNotNull();
    }

    private String base() {
        return "http://127.0.0.1:" + local.port();
    }

    private McpSyncClient client(McpClientTransport transport) {
        return McpClient.sync(transport)
                .requestTimeout(Duration.ofSeconds(20))
                .capabilities(McpSchema.ClientCapabilities.builder()
                        .roots(true)
                        .sampling()
                        .elicitation()
                        .build())
                .roots(new McpSchema.Root("file:///one", "one"))
                .sampling(request -> McpSchema.CreateMessageResult.builder(
                                McpSchema.Role.ASSISTANT, "answer to " + asked(request), "none")
                        .build())
                .elicitation(request -> new McpSchema.ElicitResult(
                        McpSchema.ElicitResult.Action.ACCEPT,
                        new TreeMap<>(Map.of("username", "Ada", "email", "a@example.com"))))
                .progressConsumer(notification -> progress.add(notification.progress()))
                .build();
    }

    private static String asked(McpSchema.CreateMessageRequest request) {
        return ((McpSchema.TextContent) request.messages().get(0).content()).text();
    }

    private static String text(McpSyncClient client, String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = client.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
        return ((McpSchema.TextContent) result.content().get(0)).text();
    }
}
