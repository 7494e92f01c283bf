package dev.footbridge.argument;

import dev.footbridge.json.JsonObject;

/** An object that has passed the check of its {@link Schema}. */
public record Values(JsonObject raw) {

    /** The value of a field of that schema, its default where it was left out. */
    public <T> T get(Field<T> field) {
        return field.read(raw);
    }
}
