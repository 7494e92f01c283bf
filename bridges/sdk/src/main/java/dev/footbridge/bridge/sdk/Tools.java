package dev.footbridge.bridge.sdk;

import dev.footbridge.call.Call;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.Content;
import dev.footbridge.schema.RawSchema;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tools of the SDK as tools of the core. */
final class Tools {

    private final Handlers handlers;
    private final SdkJson json;

    Tools(Handlers handlers, SdkJson json) {
        this.handlers = handlers;
        this.json = json;
    }

    Tool tool(Specification<McpSchema.Tool, McpSchema.CallToolRequest, McpSchema.CallToolResult> specification) {
        McpSchema.Tool told = specification.declared();
        McpSchema.ToolAnnotations hints = told.annotations();
        Tool.Builder tool = Tool.named(told.name())
                .describedAs(description(told))
                .effect(Hints.effect(hints))
                .takes(RawSchema.of(json.object(told.inputSchema())))
                .icons(Hints.icons(told.icons()))
                .meta(json.object(told.meta()));
        String title = title(told);
        if (title != null) {
            tool.title(title);
        }
        if (told.outputSchema() != null) {
            tool.returns(RawSchema.of(json.object(told.outputSchema())));
        }
        if (Hints.closedWorld(hints)) {
            tool.closedWorld();
        }
        return tool.calls((in, call) ->
                result(handlers.run(specification.handler(), request(told.name(), in.raw(), call), call)));
    }

    /** The title has two places in the protocol; clients look into the newer one first. */
    private static @Nullable String title(McpSchema.Tool tool) {
        if (tool.title() != null || tool.annotations() == null) {
            return tool.title();
        }
        return tool.annotations().title();
    }

    /** The SDK lets a tool say nothing of itself; the core does not. */
    private static String description(McpSchema.Tool tool) {
        if (tool.description() != null && !tool.description().isBlank()) {
            return tool.description();
        }
        String title = title(tool);
        return title == null || title.isBlank() ? tool.name() : title;
    }

    private McpSchema.CallToolRequest request(String name, JsonObject arguments, Call call) {
        return new McpSchema.CallToolRequest(name, json.map(arguments), handlers.meta(call));
    }

    private ToolResult result(McpSchema.CallToolResult given) {
        JsonObject result = json.object(given);
        Json structured = result.get("structuredContent");
        List<Content> content =
                new ArrayList<>(Blocks.of(result.array("content").orElse(JsonArray.EMPTY)));
        if (content.isEmpty() && structured != null) {
            content.add(Content.text(JsonWriter.text(structured)));
        }
        JsonObject meta = result.object("_meta").orElse(JsonObject.EMPTY);
        return new ToolResult(content, structured, result.isTrue("isError"), meta);
    }
}
