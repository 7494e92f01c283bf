package dev.footbridge.protocol;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Hints on a piece of content or a resource.
 *
 * @param audience who should see it; empty if that does not matter
 * @param priority from 0 (optional) to 1 (required), null if not said
 * @param lastModified when it last changed, null if not known
 */
public record Annotations(
        Set<Role> audience,
        @Nullable Double priority,
        @Nullable Instant lastModified) {

    public Annotations {
        audience = Set.copyOf(audience);
        if (priority != null && !(priority >= 0 && priority <= 1)) {
            throw new IllegalArgumentException("priority must lie between 0 and 1");
        }
    }

    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder();
        if (!audience.isEmpty()) {
            json.put(
                    "audience",
                    JsonArray.ofStrings(
                            new TreeSet<>(audience).stream().map(Role::wireName).toList()));
        }
        if (priority != null) {
            json.put("priority", Json.of(BigDecimal.valueOf(priority)));
        }
        return json.putIfPresent("lastModified", lastModified == null ? null : lastModified.toString())
                .build();
    }
}
