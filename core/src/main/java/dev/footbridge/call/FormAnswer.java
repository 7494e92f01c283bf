package dev.footbridge.call;

import dev.footbridge.argument.Field;
import dev.footbridge.argument.Values;
import dev.footbridge.json.JsonObject;

/**
 * The user's answer to a {@link Form}.
 *
 * @param values what was filled in; empty unless accepted
 */
public record FormAnswer(UserAction action, Values values) {

    static FormAnswer accepted(JsonObject content) {
        return new FormAnswer(UserAction.ACCEPT, new Values(content));
    }

    static FormAnswer refused(UserAction action) {
        return new FormAnswer(action, new Values(JsonObject.EMPTY));
    }

    public boolean accepted() {
        return action == UserAction.ACCEPT;
    }

    /** The value of a field of the form; ask only when {@link #accepted()}. */
    public <T> T get(Field<T> field) {
        return values.get(field);
    }
}
