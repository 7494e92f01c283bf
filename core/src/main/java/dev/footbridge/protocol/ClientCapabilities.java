package dev.footbridge.protocol;

import dev.footbridge.json.JsonObject;

/**
 * What a client says it can do, unknown members kept (the set is open).
 *
 * @param json the {@code ClientCapabilities} object as sent
 */
public record ClientCapabilities(JsonObject json) {

    public static final ClientCapabilities NONE = new ClientCapabilities(JsonObject.EMPTY);

    /** Forms: an empty {@code elicitation} object means forms only. */
    public boolean formElicitation() {
        return json.object("elicitation")
                .filter(elicitation -> elicitation.has("form") || !elicitation.has("url"))
                .isPresent();
    }

    public boolean urlElicitation() {
        return json.object("elicitation")
                .flatMap(elicitation -> elicitation.object("url"))
                .isPresent();
    }

    public boolean sampling() {
        return json.object("sampling").isPresent();
    }

    public boolean samplingTools() {
        return json.object("sampling")
                .flatMap(sampling -> sampling.object("tools"))
                .isPresent();
    }

    public boolean roots() {
        return json.object("roots").isPresent();
    }

    /** True if the client declared the extension; its settings are in {@link #json}. */
    public boolean extension(String identifier) {
        return json.object("extensions").flatMap(all -> all.object(identifier)).isPresent();
    }
}
