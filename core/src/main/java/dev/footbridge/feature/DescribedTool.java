package dev.footbridge.feature;

import dev.footbridge.argument.Schema;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Icon;
import dev.footbridge.protocol.ProtocolVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The listing of a tool that was put together at run time. */
record DescribedTool(
        String name,
        @Nullable String title,
        String description,
        Schema inputSchema,
        @Nullable Schema outputSchema,
        JsonObject annotations,
        List<Icon> icons,
        JsonObject meta)
        implements ToolListing {

    @Override
    public JsonObject input() {
        return inputSchema.document();
    }

    @Override
    public @Nullable JsonObject output() {
        return outputSchema == null ? null : outputSchema.document();
    }

    @Override
    public Json toJson(ProtocolVersion revision) {
        return JsonObject.builder()
                .put("name", name)
                .putIfPresent("title", title)
                .put("description", description)
                .putIfPresent("icons", icons.isEmpty() ? null : Icon.toJson(icons))
                .put("inputSchema", input())
                .putIfPresent("outputSchema", output())
                .put("annotations", annotations)
                .putIfPresent("_meta", meta.isEmpty() ? null : meta)
                .build();
    }
}
