package dev.footbridge.bridge.sdk;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/** The SDK's own client, which writes down what a shop answered. */
final class Customer implements AutoCloseable {

    /** What {@code report} says on its way. */
    private static final int REPORTS = 3;

    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

    private final Queue<Object> heard = new ConcurrentLinkedQueue<>();
    private final McpSyncClient client;
    private final Map<String, Object> answers = new LinkedHashMap<>();

    Customer(int port) {
        HttpClientStreamableHttpTransport transport = HttpClientStreamableHttpTransport.builder(
                        "http://127.0.0.1:" + port)
                .endpoint("/mcp")
                .supportedProtocolVersions(List.of("2025-11-25"))
                .build();
        this.client = McpClient.sync(transport)
                .clientInfo(McpSchema.Implementation.builder("customer", "2").build())
                .requestTimeout(Duration.ofSeconds(20))
                .capabilities(McpSchema.ClientCapabilities.builder()
                        .roots(true)
                        .sampling()
                        .elicitation()
                        .build())
                .roots(new McpSchema.Root("file:///one", "one"))
                .sampling(request -> McpSchema.CreateMessageResult.builder(
                                McpSchema.Role.ASSISTANT, request.systemPrompt() + " Two.", "model")
                        .build())
                .elicitation(request -> new McpSchema.ElicitResult(
                        McpSchema.ElicitResult.Action.ACCEPT,
                        request.message().equals("Who?") ? Map.of("name", "Ada") : Map.of("age", 36)))
                .progressConsumer(heard::add)
                .loggingConsumer(line -> heard.add(withoutLogger(line)))
                .build();
        answers.put("revision", client.initialize().protocolVersion());
    }

    Map<String, Object> buyEverything() {
        note("tools", () -> sorted(client.listTools().tools(), McpSchema.Tool::name));
        note("resources", () -> client.listResources().resources());
        note("templates", () -> client.listResourceTemplates().resourceTemplates());
        note("prompts", () -> client.listPrompts().prompts());
        call("contents", Map.of());
        call("types", everyType());
        call("order", Map.of("id", "A-1"));
        call("fails", Map.of());
        call("refuses", Map.of());
        call("meta", Map.of());
        note("readme", () -> read("shop://readme"));
        note("item", () -> read("shop://items/7"));
        note("gone", () -> read("shop://items/gone"));
        note("advice", () -> client.getPrompt(new McpSchema.GetPromptRequest("advice", Map.of("on", "ships"), null)));
        note("complete a prompt", () -> complete(Shop.ADVICE, "on", Map.of()));
        note("complete a prompt in context", () -> complete(Shop.ADVICE, "tone", Map.of("on", "ships")));
        note("complete a template", () -> complete(Shop.ITEMS, "id", Map.of()));
        return answers;
    }

    Map<String, Object> talk() {
        call("ask", Map.of());
        call("sample", Map.of());
        call("roots", Map.of());
        call("client", Map.of());
        call("connect", Map.of());
        call("report", Map.of());
        // The SDK's client hands notifications to its consumers on several threads: it keeps no order among them, and
        // may do it
        // after the answer.
        for (long end = System.nanoTime() + PATIENCE; heard.size() < REPORTS && System.nanoTime() < end; ) {
            LockSupport.parkNanos(1_000_000);
        }
        answers.put("heard", heard.stream().map(Object::toString).sorted().toList());
        return answers;
    }

    private void call(String tool, Map<String, Object> arguments) {
        note(
                "call " + tool,
                () -> alike(client.callTool(McpSchema.CallToolRequest.builder(tool)
                        .arguments(arguments)
                        .meta(Map.of("progressToken", "p", "com.example/asked", 1))
                        .build())));
    }

    /** No {@code isError} and a false one are the same; the SDK's server always sends one. */
    private static McpSchema.CallToolResult alike(McpSchema.CallToolResult result) {
        return new McpSchema.CallToolResult(
                result.content(), Boolean.TRUE.equals(result.isError()), result.structuredContent(), result.meta());
    }

    /** The one thing that gets lost, as docs/bridge-sdk.md says: the name of the logger. */
    private static McpSchema.LoggingMessageNotification withoutLogger(McpSchema.LoggingMessageNotification line) {
        return new McpSchema.LoggingMessageNotification(line.level(), null, line.data(), line.meta());
    }

    private McpSchema.ReadResourceResult read(String uri) {
        return client.readResource(McpSchema.ReadResourceRequest.builder(uri).build());
    }

    private McpSchema.CompleteResult complete(
            McpSchema.CompleteReference ref, String argument, Map<String, String> settled) {
        return client.completeCompletion(new McpSchema.CompleteRequest(
                ref,
                new McpSchema.CompleteRequest.CompleteArgument(argument, "s"),
                null,
                settled.isEmpty() ? null : new McpSchema.CompleteRequest.CompleteContext(settled)));
    }

    private void note(String name, Supplier<Object> call) {
        try {
            answers.put(name, call.get());
        } catch (McpError error) {
            answers.put(name, error.getJsonRpcError());
        }
    }

    static Map<String, Object> everyType() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("text", "ä\uD83D\uDE00");
        values.put("int", 7);
        values.put("long", 3_000_000_000L);
        values.put("huge", new BigInteger("123456789012345678901234567890"));
        values.put("real", 1.5);
        values.put("whole real", 2.0);
        values.put("flag", true);
        values.put("nothing", null);
        values.put("list", new ArrayList<>(Arrays.asList(1, "two", null, 3.25)));
        values.put("object", Map.of("inner", 1));
        return values;
    }

    private static <T> List<T> sorted(List<T> all, Function<T, String> name) {
        return all.stream().sorted(Comparator.comparing(name)).toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
