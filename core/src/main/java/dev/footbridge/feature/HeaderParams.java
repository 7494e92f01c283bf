package dev.footbridge.feature;

import dev.footbridge.json.JsonObject;
import java.util.List;

/** Arguments mirrored in headers. (To be completed.) */
public record HeaderParams(List<HeaderParams.Param> params) {

    public record Param(String header, List<String> path, String type) {}

    static HeaderParams of(JsonObject inputSchema) {
        return new HeaderParams(List.of());
    }
}
