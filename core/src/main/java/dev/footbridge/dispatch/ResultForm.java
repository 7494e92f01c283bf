package dev.footbridge.dispatch;

import dev.footbridge.feature.ToolResult;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonLength;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Content;
import dev.footbridge.protocol.ResourceContents;
import dev.footbridge.text.ShownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The result of a tool as it is passed on: its texts without what steers terminals and turns lines around, and a
 * failure in place of more than there may be. Structured values are for programs and stay as they are.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools">Tools, security
 *     considerations</a>
 */
final class ResultForm {

    private ResultForm() {}

    static JsonObject of(ToolResult result, int mostCharacters) {
        JsonObject json = json(result);
        long length = JsonLength.of(json);
        return length <= mostCharacters
                ? json
                : json(ToolResult.failure("The result of this tool is too large: it has " + length
                        + " characters, and this server passes on " + mostCharacters
                        + " at most. Ask for less, such as a part of it."));
    }

    private static JsonObject json(ToolResult result) {
        List<Json> blocks = new ArrayList<>(result.content().size());
        for (Content block : result.content()) {
            blocks.add(shown(block));
        }
        JsonObject.Builder json = JsonObject.builder()
                .put("content", new JsonArray(blocks))
                .putIfPresent("structuredContent", result.structured());
        if (result.failed()) {
            json.put("isError", true);
        }
        return json.putIfPresent("_meta", result.meta().isEmpty() ? null : result.meta())
                .build();
    }

    private static JsonObject shown(Content block) {
        JsonObject json = block.toJson();
        if (block instanceof Content.Text || block instanceof Content.Written) {
            json = withShownText(json);
        }
        boolean holdsText = block instanceof Content.Written
                || (block instanceof Content.Embedded embedded && embedded.resource() instanceof ResourceContents.Text);
        Optional<JsonObject> resource = holdsText ? json.object("resource") : Optional.empty();
        return resource.isPresent() ? json.with("resource", withShownText(resource.get())) : json;
    }

    private static JsonObject withShownText(JsonObject json) {
        Optional<String> text = json.string("text");
        if (text.isEmpty()) {
            return json;
        }
        String shown = ShownText.of(text.get());
        return shown.equals(text.get()) ? json : json.with("text", Json.of(shown));
    }
}
