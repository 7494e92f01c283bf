package dev.footbridge.bridge.sdk;

import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tools that use the exchange, as the SDK's documentation writes them. */
final class AskingTools {

    private AskingTools() {}

    static List<McpServerFeatures.SyncToolSpecification> all() {
        return List.of(
                Shop.exchangeTool(Shop.tool("ask"), (exchange, request) -> ask(exchange)),
                Shop.exchangeTool(Shop.tool("sample"), (exchange, request) -> sample(exchange)),
                Shop.exchangeTool(
                        Shop.tool("roots"),
                        (exchange, request) ->
                                Shop.text(exchange.listRoots().roots().toString())),
                Shop.exchangeTool(Shop.tool("report"), AskingTools::report),
                Shop.exchangeTool(
                        Shop.tool("client"),
                        (exchange, request) ->
                                Shop.text(exchange.getClientInfo() + " " + exchange.getClientCapabilities())),
                Shop.exchangeTool(Shop.tool("session"), (exchange, request) -> Shop.text(exchange.sessionId())),
                Shop.exchangeTool(Shop.tool("ping"), (exchange, request) -> Shop.text(exchange.ping() + "")),
                Shop.exchangeTool(Shop.tool("connect"), (exchange, request) -> {
                    throw McpError.URL_ELICITATION_REQUIRED.apply(
                            List.of(new McpSchema.ElicitUrlRequest("Connect.", "https://example.com/c", "c-1", null)));
                }));
    }

    /** Two questions one after the other, the second about the answer to the first. */
    private static McpSchema.CallToolResult ask(McpSyncServerExchange exchange) {
        McpSchema.ElicitResult name = exchange.createElicitation(
                McpSchema.ElicitFormRequest.builder("Who?", form("name", Map.of("type", "string", "minLength", 1)))
                        .build());
        if (name.action() != McpSchema.ElicitResult.Action.ACCEPT) {
            return Shop.text("nobody: " + name.action());
        }
        McpSchema.ElicitResult age = exchange.createElicitation(McpSchema.ElicitFormRequest.builder(
                        "How old is " + name.content().get("name") + "?", form("age", Map.of("type", "integer")))
                .build());
        return Shop.text(name.content() + " " + age.content() + " "
                + Objects.requireNonNull(age.content().get("age")).getClass().getSimpleName());
    }

    static Map<String, Object> form(String field, Map<String, Object> schema) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("type", "object");
        form.put("properties", Map.of(field, schema));
        form.put("required", List.of(field));
        return form;
    }

    private static McpSchema.CallToolResult sample(McpSyncServerExchange exchange) {
        McpSchema.CreateMessageResult answer = exchange.createMessage(McpSchema.CreateMessageRequest.builder(
                        List.of(new McpSchema.SamplingMessage(
                                McpSchema.Role.USER,
                                McpSchema.TextContent.builder("two?").build())),
                        10)
                .systemPrompt("Be short.")
                .build());
        return Shop.text(answer.model() + " says " + ((McpSchema.TextContent) answer.content()).text());
    }

    private static McpSchema.CallToolResult report(McpSyncServerExchange exchange, McpSchema.CallToolRequest request) {
        exchange.loggingNotification(
                McpSchema.LoggingMessageNotification.builder(McpSchema.LoggingLevel.WARNING, "half way")
                        .build());
        exchange.loggingNotification(McpSchema.LoggingMessageNotification.builder(McpSchema.LoggingLevel.DEBUG, "noise")
                .build());
        if (request.progressToken() != null) {
            exchange.progressNotification(
                    new McpSchema.ProgressNotification(request.progressToken(), 1.0, 2.0, "half", null));
            exchange.progressNotification(
                    new McpSchema.ProgressNotification(request.progressToken(), 2.0, null, null, null));
        }
        return Shop.text("reported");
    }
}
