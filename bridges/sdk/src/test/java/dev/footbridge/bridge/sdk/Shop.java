package dev.footbridge.bridge.sdk;

import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Specifications as the SDK's documentation writes them, every kind and every member of the wire among them. */
final class Shop {

    static final Map<String, Object> ANYTHING = Map.of("type", "object");
    static final Map<String, Object> META = Map.of("com.example/k", "v");
    static final List<McpSchema.Icon> ICONS = List.of(McpSchema.Icon.builder("https://example.com/i.png")
            .mimeType("image/png")
            .sizes(List.of("48x48"))
            .theme("dark")
            .build());
    static final McpSchema.Annotations NOTE = McpSchema.Annotations.builder()
            .audience(List.of(McpSchema.Role.USER))
            .priority(0.5)
            .lastModified("2025-01-12T15:00:58Z")
            .build();

    /** What a tool gives for programs. */
    record Order(String id, int lines, List<String> tags) {}

    private Shop() {}

    static McpSchema.Tool tool(String name) {
        return McpSchema.Tool.builder(name, ANYTHING)
                .title("The " + name)
                .description("Does " + name + ".")
                .annotations(McpSchema.ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .destructiveHint(false)
                        .idempotentHint(true)
                        .openWorldHint(false)
                        .build())
                .icons(ICONS)
                .meta(META)
                .build();
    }

    static McpSchema.Tool orderTool() {
        Map<String, Object> input = Map.of(
                "type", "object", "properties", Map.of("id", Map.of("type", "string")), "required", List.of("id"));
        Map<String, Object> output = Map.of(
                "type",
                "object",
                "properties",
                Map.of("id", Map.of("type", "string"), "lines", Map.of("type", "integer")),
                "required",
                List.of("id"));
        McpSchema.Tool plain = tool("order");
        return McpSchema.Tool.builder("order", input)
                .title(plain.title())
                .description(plain.description())
                .annotations(plain.annotations())
                .outputSchema(output)
                .build();
    }

    static Map<McpSchema.Tool, Function<McpSchema.CallToolRequest, McpSchema.CallToolResult>> tools() {
        return Map.of(
                tool("contents"), request -> contents(),
                tool("types"), request -> text(types(request.arguments())),
                orderTool(),
                        request -> McpSchema.CallToolResult.builder()
                                .structuredContent(new Order(
                                        String.valueOf(request.arguments().get("id")), 3, List.of("new")))
                                .build(),
                tool("fails"),
                        request -> McpSchema.CallToolResult.builder()
                                .addTextContent("Out of stock.")
                                .isError(true)
                                .build(),
                tool("refuses"),
                        request -> {
                            throw McpError.builder(McpSchema.ErrorCodes.INVALID_PARAMS)
                                    .message("No such shop.")
                                    .data(Map.of("shop", 7))
                                    .build();
                        },
                tool("meta"), request -> text(new TreeMap<>(request.meta()).toString()),
                tool("breaks"),
                        request -> {
                            throw new IllegalStateException("password=secret");
                        });
    }

    static McpSchema.CallToolResult text(String text) {
        return McpSchema.CallToolResult.builder().addTextContent(text).build();
    }

    private static McpSchema.CallToolResult contents() {
        McpSchema.ResourceLink link = McpSchema.ResourceLink.builder()
                .uri("shop://readme")
                .name("readme")
                .title("Read me")
                .description("What to read.")
                .mimeType("text/plain")
                .size(5L)
                .annotations(NOTE)
                .meta(META)
                .build();
        return McpSchema.CallToolResult.builder()
                .addContent(new McpSchema.TextContent(NOTE, "text", META))
                .addContent(new McpSchema.ImageContent(NOTE, "aGk=", "image/png", META))
                .addContent(new McpSchema.AudioContent(NOTE, "aGk=", "audio/wav", META))
                .addContent(new McpSchema.EmbeddedResource(
                        NOTE, new McpSchema.TextResourceContents("shop://readme", "text/plain", "hello", META), META))
                .addContent(new McpSchema.EmbeddedResource(
                        null, new McpSchema.BlobResourceContents("shop://logo", "image/png", "aGk=", null), null))
                .addContent(link)
                .meta(META)
                .build();
    }

    private static String types(Map<String, Object> arguments) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(arguments)
                .forEach((name, value) -> text.append(name)
                        .append('=')
                        .append(value == null ? "null" : value.getClass().getName())
                        .append(':')
                        .append(value)
                        .append('\n'));
        return text.toString();
    }

    static McpSchema.Resource readme() {
        return McpSchema.Resource.builder("shop://readme", "readme")
                .title("Read me")
                .description("What to read.")
                .mimeType("text/plain")
                .size(5L)
                .annotations(NOTE)
                .icons(ICONS)
                .meta(META)
                .build();
    }

    static McpSchema.ReadResourceResult readReadme(McpSchema.ReadResourceRequest request) {
        return McpSchema.ReadResourceResult.builder(List.of(
                        new McpSchema.TextResourceContents(request.uri(), "text/plain", "hello", META),
                        new McpSchema.BlobResourceContents(request.uri(), "image/png", "aGk=", META)))
                .build();
    }

    static McpSchema.ResourceTemplate items() {
        return McpSchema.ResourceTemplate.builder("shop://items/{id}", "items")
                .title("Items")
                .description("What there is.")
                .mimeType("application/json")
                .annotations(NOTE)
                .icons(ICONS)
                .meta(META)
                .build();
    }

    static McpSchema.ReadResourceResult readItem(McpSchema.ReadResourceRequest request) {
        if (request.uri().endsWith("/gone")) {
            throw McpError.RESOURCE_NOT_FOUND.apply(request.uri());
        }
        return McpSchema.ReadResourceResult.builder(
                        List.of(new McpSchema.TextResourceContents(request.uri(), "application/json", "{}", null)))
                .build();
    }

    static McpSchema.Prompt advice() {
        return McpSchema.Prompt.builder("advice")
                .title("Advice")
                .description("Asks for advice.")
                .arguments(List.of(
                        McpSchema.PromptArgument.builder("on")
                                .title("Topic")
                                .description("On what.")
                                .required(true)
                                .build(),
                        McpSchema.PromptArgument.builder("tone")
                                .description("How.")
                                .required(false)
                                .build()))
                .icons(ICONS)
                .meta(META)
                .build();
    }

    static McpSchema.GetPromptResult giveAdvice(McpSchema.GetPromptRequest request) {
        return McpSchema.GetPromptResult.builder(List.of(
                        new McpSchema.PromptMessage(
                                McpSchema.Role.USER,
                                McpSchema.TextContent.builder("Advise me on "
                                                + request.arguments().get("on"))
                                        .build()),
                        new McpSchema.PromptMessage(
                                McpSchema.Role.ASSISTANT, new McpSchema.ImageContent(NOTE, "aGk=", "image/png", META))))
                .description("Advice on " + request.arguments().get("on"))
                .build();
    }

    static McpSchema.CompleteResult complete(McpSchema.CompleteRequest request) {
        String settled =
                request.context() == null ? "" : new TreeMap<>(request.context().arguments()).toString();
        List<String> values = List.of(
                request.argument().name() + "-" + request.argument().value(),
                settled,
                request.ref().type());
        return new McpSchema.CompleteResult(
                new McpSchema.CompleteResult.CompleteCompletion(values, values.size(), false));
    }

    static final McpSchema.CompleteReference ADVICE = new McpSchema.PromptReference("advice");
    static final McpSchema.CompleteReference ITEMS = new McpSchema.ResourceReference("shop://items/{id}");

    static List<McpServerFeatures.SyncToolSpecification> exchangeTools() {
        return tools().entrySet().stream()
                .map(each -> exchangeTool(
                        each.getKey(), (exchange, request) -> each.getValue().apply(request)))
                .toList();
    }

    static McpServerFeatures.SyncToolSpecification exchangeTool(
            McpSchema.Tool tool,
            BiFunction<McpSyncServerExchange, McpSchema.CallToolRequest, McpSchema.CallToolResult> handler) {
        return McpServerFeatures.SyncToolSpecification.builder()
                .tool(tool)
                .callHandler(handler)
                .build();
    }

    static List<McpStatelessServerFeatures.SyncToolSpecification> statelessTools() {
        return tools().entrySet().stream()
                .map(each -> McpStatelessServerFeatures.SyncToolSpecification.builder()
                        .tool(each.getKey())
                        .callHandler((context, request) -> each.getValue().apply(request))
                        .build())
                .toList();
    }
}
