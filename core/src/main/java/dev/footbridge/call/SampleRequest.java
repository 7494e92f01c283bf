package dev.footbridge.call;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ClientCapabilities;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the client's model for a completion. Deprecated by the protocol since 2026-07-28 (earliest removal: the first
 * revision on or after 2027-07-28): new tools should call a model themselves.
 *
 * @param params a {@code CreateMessageRequestParams} object: {@code messages}, {@code maxTokens} and so on
 */
public record SampleRequest(JsonObject params) implements InputRequest<JsonObject> {

    private static final Set<String> ROLES = Set.of("user", "assistant");

    /** One user message and a limit on the length of the answer, in tokens. */
    public static SampleRequest of(String userText, int maxTokens) {
        JsonObject content =
                JsonObject.builder().put("type", "text").put("text", userText).build();
        JsonObject message =
                JsonObject.builder().put("role", "user").put("content", content).build();
        return new SampleRequest(JsonObject.builder()
                .put("messages", JsonArray.of(message))
                .put("maxTokens", maxTokens)
                .build());
    }

    @Override
    public String method() {
        return "sampling/createMessage";
    }

    @Override
    public boolean answerableBy(ClientCapabilities capabilities) {
        return usesTools() ? capabilities.samplingTools() : capabilities.sampling();
    }

    @Override
    public JsonObject requiredCapabilities() {
        return JsonObject.of("sampling", usesTools() ? JsonObject.of("tools", JsonObject.EMPTY) : JsonObject.EMPTY);
    }

    /** The {@code CreateMessageResult}: role, content and model. */
    @Override
    public Optional<JsonObject> read(Json result) {
        return result instanceof JsonObject message
                        && message.string("model").isPresent()
                        && message.string("role").filter(ROLES::contains).isPresent()
                        && isContent(message.get("content"))
                ? Optional.of(message)
                : Optional.empty();
    }

    private static boolean isContent(@Nullable Json content) {
        return content instanceof JsonArray blocks
                ? blocks.items().stream().allMatch(SampleRequest::isBlock)
                : isBlock(content);
    }

    /** What an author would read of it is there; what else there is may be of any shape. */
    private static boolean isBlock(@Nullable Json json) {
        if (!(json instanceof JsonObject block)) {
            return false;
        }
        return switch (block.string("type").orElse("")) {
            case "text" -> block.string("text").isPresent();
            case "image", "audio" ->
                block.string("data").isPresent() && block.string("mimeType").isPresent();
            case "tool_use" ->
                block.string("id").isPresent()
                        && block.string("name").isPresent()
                        && block.object("input").isPresent();
            case "tool_result" ->
                block.string("toolUseId").isPresent() && block.array("content").isPresent();
            default -> false;
        };
    }

    private boolean usesTools() {
        return params.has("tools") || params.has("toolChoice");
    }
}
