package dev.footbridge.protocol;

import dev.footbridge.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a server introduces itself: for display and debugging only.
 *
 * @param icons shown by clients that speak 2025-11-25 or newer
 */
public record Implementation(
        String name,
        String version,
        @Nullable String title,
        @Nullable String description,
        @Nullable String websiteUrl,
        List<Icon> icons) {

    public Implementation {
        icons = List.copyOf(icons);
    }

    public static Implementation of(String name, String version) {
        return new Implementation(name, version, null, null, null, List.of());
    }

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("name", name)
                .putIfPresent("title", title)
                .put("version", version)
                .putIfPresent("description", description)
                .putIfPresent("websiteUrl", websiteUrl)
                .putIfPresent("icons", icons.isEmpty() ? null : Icon.toJson(icons))
                .build();
    }
}
