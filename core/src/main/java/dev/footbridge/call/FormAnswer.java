package dev.footbridge.call;

import dev.footbridge.argument.Field;
import dev.footbridge.argument.Values;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The user's answer to a {@link Form}.
 *
 * @param values what was filled in; empty unless accepted
 */
public record FormAnswer(UserAction action, Values values) {

    /**
     * The answer in a result, or empty if it is none or what was filled in does not fit.
     *
     * @param asked what is looked at of what was filled in
     */
    static Optional<FormAnswer> read(Json result, UnaryOperator<JsonObject> asked, Predicate<JsonObject> fits) {
        return UserAction.in(result)
                .flatMap(action -> action == UserAction.ACCEPT
                        ? ((JsonObject) result)
                                .object("content")
                                .map(asked)
                                .filter(fits)
                                .map(content -> new FormAnswer(action, new Values(content)))
                        : Optional.of(new FormAnswer(action, new Values(JsonObject.EMPTY))));
    }

    public boolean accepted() {
        return action == UserAction.ACCEPT;
    }

    /** The value of a field of the form; ask only when {@link #accepted()}. */
    public <T> T get(Field<T> field) {
        return values.get(field);
    }
}
