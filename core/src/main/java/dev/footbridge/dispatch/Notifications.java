package dev.footbridge.dispatch;

import dev.footbridge.feature.Change;
import dev.footbridge.json.JsonObject;

/** The messages a server sends without being asked. */
final class Notifications {

    private Notifications() {}

    static JsonObject of(String method, JsonObject params) {
        return JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("method", method)
                .putIfPresent("params", params.isEmpty() ? null : params)
                .build();
    }

    static JsonObject of(Change change) {
        return of(method(change), params(change));
    }

    static String method(Change change) {
        if (change instanceof Change.ToolsChanged) {
            return "notifications/tools/list_changed";
        }
        if (change instanceof Change.PromptsChanged) {
            return "notifications/prompts/list_changed";
        }
        return change instanceof Change.ResourceUpdated
                ? "notifications/resources/updated"
                : "notifications/resources/list_changed";
    }

    static JsonObject params(Change change) {
        return change instanceof Change.ResourceUpdated updated
                ? JsonObject.of("uri", updated.uri())
                : JsonObject.EMPTY;
    }
}
