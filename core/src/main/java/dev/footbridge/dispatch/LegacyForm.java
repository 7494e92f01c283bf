package dev.footbridge.dispatch;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ProtocolVersion;
import java.util.function.UnaryOperator;

/** What results looked like in one of the older revisions: whatever came later is left out or said in words. */
final class LegacyForm {

    private final ProtocolVersion revision;

    LegacyForm(ProtocolVersion revision) {
        this.revision = revision;
    }

    JsonObject result(String method, JsonObject result) {
        return switch (method) {
            case "tools/list" -> each(result, "tools", this::tool);
            case "tools/call" -> toolResult(result);
            case "resources/list" -> each(result, "resources", this::named);
            case "resources/templates/list" -> each(result, "resourceTemplates", this::named);
            case "prompts/list" -> each(result, "prompts", this::prompt);
            case "prompts/get" -> each(result, "messages", this::message);
            case "resources/read" -> each(result, "contents", this::contents);
            default -> result;
        };
    }

    JsonObject implementation(JsonObject self) {
        JsonObject known = knows(ProtocolVersion.V2025_11_25)
                ? self
                : self.without("description").without("websiteUrl").without("icons");
        return knows(ProtocolVersion.V2025_06_18) ? known : known.without("title");
    }

    /** Tools, resources, templates and prompts have these members in common. */
    private JsonObject named(JsonObject entry) {
        JsonObject known = knows(ProtocolVersion.V2025_11_25) ? entry : entry.without("icons");
        return knows(ProtocolVersion.V2025_06_18) ? known : annotated(known).without("title");
    }

    private JsonObject tool(JsonObject tool) {
        JsonObject known = named(tool);
        if (!knows(ProtocolVersion.V2025_03_26)) {
            known = known.without("annotations");
        }
        boolean objectOutput = tool.object("outputSchema")
                .flatMap(schema -> schema.string("type"))
                .filter("object"::equals)
                .isPresent();
        return knows(ProtocolVersion.V2025_06_18) && objectOutput ? known : known.without("outputSchema");
    }

    private JsonObject prompt(JsonObject prompt) {
        JsonObject known = named(prompt);
        return knows(ProtocolVersion.V2025_06_18) || !known.has("arguments")
                ? known
                : each(known, "arguments", argument -> argument.without("title"));
    }

    private JsonObject toolResult(JsonObject result) {
        JsonObject known = each(result, "content", this::block);
        boolean object = result.get("structuredContent") instanceof JsonObject;
        return knows(ProtocolVersion.V2025_06_18) && object ? known : known.without("structuredContent");
    }

    private JsonObject message(JsonObject message) {
        JsonObject content = message.object("content").orElse(JsonObject.EMPTY);
        return message.with("content", block(content));
    }

    private JsonObject block(JsonObject block) {
        return switch (block.string("type").orElse("")) {
            case "resource_link" ->
                knows(ProtocolVersion.V2025_06_18)
                        ? named(block)
                        : text("Resource: " + block.string("uri").orElse(""));
            case "audio" ->
                knows(ProtocolVersion.V2025_03_26)
                        ? annotated(block)
                        : text("Audio (" + block.string("mimeType").orElse("unknown type")
                                + ") that this revision of the protocol cannot carry.");
            case "resource" -> embedded(annotated(block));
            default -> annotated(block);
        };
    }

    private JsonObject embedded(JsonObject block) {
        JsonObject resource = block.object("resource").orElse(JsonObject.EMPTY);
        return block.with("resource", contents(resource));
    }

    private JsonObject contents(JsonObject contents) {
        return knows(ProtocolVersion.V2025_06_18) ? contents : contents.without("_meta");
    }

    private JsonObject annotated(JsonObject entry) {
        if (knows(ProtocolVersion.V2025_06_18)) {
            return entry;
        }
        JsonObject known = entry.without("_meta");
        return known.object("annotations")
                .map(hints -> known.with("annotations", hints.without("lastModified")))
                .orElse(known);
    }

    private static JsonObject text(String text) {
        return JsonObject.builder().put("type", "text").put("text", text).build();
    }

    private static JsonObject each(JsonObject result, String member, UnaryOperator<JsonObject> change) {
        JsonArray array = result.array(member).orElse(JsonArray.EMPTY);
        return result.with(
                member,
                new JsonArray(array.items().stream()
                        .map(item -> item instanceof JsonObject object ? (Json) change.apply(object) : item)
                        .toList()));
    }

    private boolean knows(ProtocolVersion introducedIn) {
        return revision.atLeast(introducedIn);
    }
}
