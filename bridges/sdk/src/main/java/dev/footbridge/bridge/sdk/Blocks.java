package dev.footbridge.bridge.sdk;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Content;
import java.util.List;

/** Blocks of content, which pass as they were written. */
final class Blocks {

    private Blocks() {}

    static List<Content> of(JsonArray blocks) {
        return List.copyOf(blocks.items().stream().map(Blocks::block).toList());
    }

    static Content block(Json block) {
        return Content.asWritten((JsonObject) block);
    }
}
