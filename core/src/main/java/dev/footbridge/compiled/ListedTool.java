package dev.footbridge.compiled;

import dev.footbridge.feature.ToolListing;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.json.JsonText;
import dev.footbridge.protocol.ProtocolVersion;
import org.jspecify.annotations.Nullable;

/**
 * What clients are told about a compiled tool: JSON that was written by the compiler. A revision gets the members it
 * knows, and nothing is parsed or built to leave the others out.
 *
 * @param nameJson a JSON string, as is {@code descriptionJson}
 * @param titleJson a JSON string, empty for none
 * @param iconsJson a JSON array, empty for none
 * @param inputJson a JSON Schema, as is {@code outputJson}, which is empty for none
 */
public record ListedTool(
        String nameJson,
        String titleJson,
        String descriptionJson,
        String iconsJson,
        String inputJson,
        String outputJson,
        String annotationsJson)
        implements ToolListing {

    @Override
    public @Nullable String title() {
        return titleJson.isEmpty() ? null : text(titleJson);
    }

    @Override
    public String description() {
        return text(descriptionJson);
    }

    @Override
    public JsonObject input() {
        return (JsonObject) new JsonText(inputJson).parsed();
    }

    @Override
    public @Nullable JsonObject output() {
        return outputJson.isEmpty() ? null : (JsonObject) new JsonText(outputJson).parsed();
    }

    @Override
    public Json toJson(ProtocolVersion revision) {
        StringBuilder json =
                new StringBuilder(descriptionJson.length() + inputJson.length() + outputJson.length() + 256);
        json.append("{\"name\":").append(nameJson);
        member(json, "title", titleJson, revision.atLeast(ProtocolVersion.V2025_06_18));
        member(json, "description", descriptionJson, true);
        member(json, "icons", iconsJson, revision.atLeast(ProtocolVersion.V2025_11_25));
        member(json, "inputSchema", inputJson, true);
        member(json, "outputSchema", outputJson, knowsOutput(revision));
        member(json, "annotations", annotationsJson, revision.atLeast(ProtocolVersion.V2025_03_26));
        return new JsonText(json.append('}').toString());
    }

    /** Older revisions know structured results that are objects only. */
    private boolean knowsOutput(ProtocolVersion revision) {
        return revision.isModern()
                || (revision.atLeast(ProtocolVersion.V2025_06_18) && outputJson.startsWith("{\"type\":\"object\""));
    }

    private static void member(StringBuilder json, String name, String value, boolean known) {
        if (known && !value.isEmpty()) {
            json.append(",\"").append(name).append("\":").append(value);
        }
    }

    private static String text(String json) {
        return ((JsonString) new JsonText(json).parsed()).value();
    }
}
