package dev.footbridge.bridge.sdk;

import dev.footbridge.feature.Effect;
import dev.footbridge.protocol.Annotations;
import dev.footbridge.protocol.Icon;
import dev.footbridge.protocol.Role;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The hints of the SDK in our words. What is not said counts as the protocol counts it, which assumes the worst. */
final class Hints {

    private Hints() {}

    /**
     * What a tool says it does to the world.
     *
     * <p>Two sets of hints have no exact word here and get the safer one: a tool that says it is read-only and
     * destructive counts as not read-only, and an idempotent tool that destroys nothing is not announced as idempotent.
     */
    static Effect effect(McpSchema.@Nullable ToolAnnotations hints) {
        if (hints == null) {
            return Effect.DESTRUCTIVE;
        }
        boolean saysDestructive = Boolean.TRUE.equals(hints.destructiveHint());
        if (Boolean.TRUE.equals(hints.readOnlyHint()) && !saysDestructive) {
            return Effect.READ_ONLY;
        }
        if (Boolean.FALSE.equals(hints.destructiveHint())) {
            return Effect.ADDITIVE;
        }
        return Boolean.TRUE.equals(hints.idempotentHint()) ? Effect.IDEMPOTENT : Effect.DESTRUCTIVE;
    }

    static boolean closedWorld(McpSchema.@Nullable ToolAnnotations hints) {
        return hints != null && Boolean.FALSE.equals(hints.openWorldHint());
    }

    static Icon[] icons(@Nullable List<McpSchema.Icon> icons) {
        if (icons == null) {
            return new Icon[0];
        }
        return icons.stream()
                .map(icon -> new Icon(
                        icon.src(), icon.mimeType(), icon.sizes() == null ? List.of() : icon.sizes(), icon.theme()))
                .toArray(Icon[]::new);
    }

    static Annotations annotations(McpSchema.Annotations hints) {
        Set<Role> audience = hints.audience() == null
                ? Set.of()
                : hints.audience().stream()
                        .map(role -> Role.valueOf(role.name()))
                        .collect(Collectors.toUnmodifiableSet());
        return new Annotations(audience, hints.priority(), instant(hints.lastModified()));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException(
                    "lastModified must be an ISO 8601 date and time with its zone", malformed);
        }
    }
}
