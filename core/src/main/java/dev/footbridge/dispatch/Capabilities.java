package dev.footbridge.dispatch;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;

/** What a server says it can do: exactly the families whose methods answer. */
final class Capabilities {

    private Capabilities() {}

    /**
     * The {@code ServerCapabilities} object.
     *
     * @param notifies whether changes can reach the client at all
     * @param logs whether log lines can
     */
    static JsonObject of(FeatureSet features, boolean notifies, boolean logs) {
        JsonObject listChanged = notifies ? JsonObject.of("listChanged", Json.of(true)) : JsonObject.EMPTY;
        JsonObject.Builder json = JsonObject.builder();
        if (logs) {
            json.put("logging", JsonObject.EMPTY);
        }
        if (features.hasCompletions()) {
            json.put("completions", JsonObject.EMPTY);
        }
        if (!features.prompts().isEmpty()) {
            json.put("prompts", listChanged);
        }
        if (features.hasResources()) {
            json.put(
                    "resources",
                    notifies
                            ? JsonObject.builder()
                                    .put("subscribe", true)
                                    .putAll(listChanged)
                                    .build()
                            : listChanged);
        }
        if (!features.tools().isEmpty()) {
            json.put("tools", listChanged);
        }
        return json.build();
    }
}
