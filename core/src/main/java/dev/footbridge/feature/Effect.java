package dev.footbridge.feature;

import dev.footbridge.json.JsonObject;

/** What calling a tool does to the world. Clients show it and decide by it whether to ask the user first. */
public enum Effect {
    /** Changes nothing. */
    READ_ONLY(true, false, true),
    /** Adds something and destroys nothing. */
    ADDITIVE(false, false, false),
    /** Changes things; doing it twice is the same as doing it once. */
    IDEMPOTENT(false, true, true),
    /** Changes or removes things for good. */
    DESTRUCTIVE(false, true, false);

    private final boolean readOnly;
    private final boolean destructive;
    private final boolean idempotent;

    Effect(boolean readOnly, boolean destructive, boolean idempotent) {
        this.readOnly = readOnly;
        this.destructive = destructive;
        this.idempotent = idempotent;
    }

    /** The hints of {@code ToolAnnotations}, all said: the protocol's own defaults assume the worst. */
    public JsonObject annotations(boolean openWorld) {
        return JsonObject.builder()
                .put("readOnlyHint", readOnly)
                .put("destructiveHint", destructive)
                .put("idempotentHint", idempotent)
                .put("openWorldHint", openWorld)
                .build();
    }
}
