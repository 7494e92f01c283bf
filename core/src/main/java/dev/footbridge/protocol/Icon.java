package dev.footbridge.protocol;

import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture a client may show beside a name.
 *
 * @param src an {@code https:} or {@code data:} URI; clients refuse every other scheme
 * @param sizes such as {@code 48x48}, or {@code any}
 * @param theme {@code light} or {@code dark}, null for both
 */
public record Icon(
        String src,
        @Nullable String mimeType,
        List<String> sizes,
        @Nullable String theme) {

    public Icon {
        if (!src.startsWith("https://") && !src.startsWith("data:")) {
            throw new IllegalArgumentException("an icon's src must be an https: or data: URI");
        }
        if (theme != null && !theme.equals("light") && !theme.equals("dark")) {
            throw new IllegalArgumentException("an icon's theme must be light or dark");
        }
        sizes = List.copyOf(sizes);
    }

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("src", src)
                .putIfPresent("mimeType", mimeType)
                .putIfPresent("sizes", sizes.isEmpty() ? null : JsonArray.ofStrings(sizes))
                .putIfPresent("theme", theme)
                .build();
    }

    public static JsonArray toJson(List<Icon> icons) {
        return new JsonArray(List.copyOf(icons.stream().map(Icon::toJson).toList()));
    }
}
