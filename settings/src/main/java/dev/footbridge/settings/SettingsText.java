package dev.footbridge.settings;

import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.util.Optional;

/** Reads settings from YAML. JSON is YAML too: where it is that, no library has to be loaded for it. */
public final class SettingsText {

    private SettingsText() {}

    /** @throws SettingsException if it is not one mapping, or holds anything that JSON has not */
    public static JsonObject read(String text) throws SettingsException {
        boolean mayBeJson = text.startsWith("{") && text.length() <= Yaml.MAX_CHARACTERS;
        Optional<JsonObject> json = mayBeJson ? JsonReader.readObject(text) : Optional.empty();
        return json.isPresent() ? json.get() : Yaml.read(text);
    }
}
