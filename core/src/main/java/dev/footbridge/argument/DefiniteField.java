package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field that always has a value once the object passed the check: the one that was sent, or its default. Immutable
 * and thread-safe.
 *
 * @param <T> what the value is read as
 * @param <S> the own type, which refinements answer
 */
public abstract sealed class DefiniteField<T, S extends DefiniteField<T, S>> extends Field<T>
        permits TextField, IntegerField, NumberField, FlagField, ChoiceField, ListField, ObjectField {

    private final Notes notes;

    DefiniteField(Notes notes) {
        this.notes = notes;
    }

    @Override
    public final String name() {
        return notes.name();
    }

    @Override
    public final boolean required() {
        return notes.fallback() == null;
    }

    @Override
    public final S title(String text) {
        return with(notes.withTitle(text));
    }

    @Override
    public final S describedAs(String text) {
        return with(notes.withDescription(text));
    }

    /**
     * The value where none is sent. It is published, and the field is not required any more.
     *
     * @throws IllegalArgumentException if the value does not pass this field's own check
     */
    public final S defaultsTo(T value) {
        return with(notes.withFallback(write(value)));
    }

    /** The same field, but it may be left out. */
    public final OptionalField<T> optional() {
        return new OptionalField<>(this);
    }

    @Override
    public final JsonObject schema() {
        JsonObject rules = rules();
        return JsonObject.builder()
                .putIfPresent("type", rules.get("type"))
                .putIfPresent("title", notes.title())
                .putIfPresent("description", notes.description())
                .putAll(rules)
                .putIfPresent("default", notes.fallback())
                .putIfPresent(Notes.HEADER, notes.header())
                .build();
    }

    @Override
    public final T read(JsonObject object) {
        Json value = object.get(name());
        return readIfPresent(value == JsonNull.NULL && !required() ? null : value)
                .orElseThrow(() -> new IllegalStateException("field " + name() + " has no value"));
    }

    final Optional<T> readIfPresent(@Nullable Json value) {
        Json present = value == null ? notes.fallback() : value;
        return present == null ? Optional.empty() : Optional.of(parse(present));
    }

    @Override
    final void inspect(Json value, String path, Findings findings) {
        if (value != JsonNull.NULL || required()) {
            examine(value, path, findings);
        }
    }

    final Notes notes() {
        return notes;
    }

    /** To be called last in each constructor: a default must stay acceptable whatever is refined after it. */
    final void verifyDefault() {
        Json fallback = notes.fallback();
        if (fallback != null && !check(fallback).isEmpty()) {
            throw new IllegalArgumentException("default of field " + name() + ": " + check(fallback));
        }
    }

    final IllegalStateException unchecked() {
        return new IllegalStateException("field " + name() + " was read from an object that was not checked");
    }

    @Override
    JsonObject itemSchema() {
        return schema();
    }

    abstract S with(Notes changed);

    /** The keywords of the schema that the check enforces. */
    abstract JsonObject rules();

    abstract void examine(Json value, String path, Findings findings);

    abstract Json write(T value);
}
