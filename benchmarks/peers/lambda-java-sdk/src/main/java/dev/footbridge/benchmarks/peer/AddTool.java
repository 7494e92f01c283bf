package dev.footbridge.benchmarks.peer;

import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import java.util.Map;

/** The one tool every subject of the start benchmark serves. */
final class AddTool {
    private AddTool() {}

    static Tool definition() {
        Map<String, Object> integer = Map.of("type", "integer");
        return Tool.builder("add", Map.of(
                        "type", "object",
                        "properties", Map.of("a", integer, "b", integer),
                        "required", List.of("a", "b")))
                .description("Adds two integers.")
                .build();
    }

    static CallToolResult call(CallToolRequest request) {
        long sum = number(request, "a") + number(request, "b");
        return CallToolResult.builder().addTextContent(Long.toString(sum)).build();
    }

    private static long number(CallToolRequest request, String name) {
        return ((Number) request.arguments().get(name)).longValue();
    }
}
