package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonObject;
import java.util.Optional;

/**
 * A field that may be left out; {@code null} counts as left out. Immutable and thread-safe.
 *
 * @param <T> what the value is read as where there is one
 */
public final class OptionalField<T> extends Field<Optional<T>> {

    private final DefiniteField<T, ?> field;

    OptionalField(DefiniteField<T, ?> field) {
        this.field = field;
    }

    @Override
    public String name() {
        return field.name();
    }

    @Override
    public boolean required() {
        return false;
    }

    @Override
    public OptionalField<T> title(String text) {
        return new OptionalField<>(field.title(text));
    }

    @Override
    public OptionalField<T> describedAs(String text) {
        return new OptionalField<>(field.describedAs(text));
    }

    @Override
    public JsonObject schema() {
        return field.schema();
    }

    @Override
    public Optional<T> read(JsonObject object) {
        Json value = object.get(name());
        return field.readIfPresent(value == JsonNull.NULL ? null : value);
    }

    @Override
    void inspect(Json value, String path, Findings findings) {
        if (value != JsonNull.NULL) {
            field.inspect(value, path, findings);
        }
    }

    @Override
    Optional<T> parse(Json value) {
        return Optional.of(field.parse(value));
    }

    @Override
    String expectation() {
        return field.expectation();
    }

    @Override
    boolean flat() {
        return field.flat();
    }

    @Override
    JsonObject itemSchema() {
        return field.itemSchema();
    }
}
