package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import java.util.List;

/**
 * A named member of an object. One field is the schema that is published, the check that runs and the reader of the
 * value, so the three cannot disagree. Immutable and thread-safe; every refinement answers a new field.
 *
 * <pre>{@code
 * static final TextField PATH = Field.text("path").maxLength(4096).describedAs("Path inside the folder.");
 * static final Field<Long> LIMIT = Field.integer("limit").min(1).max(100).defaultsTo(20);
 * static final Field<Optional<String>> AFTER = Field.text("after").optional();
 * }</pre>
 *
 * <p>A value of JSON {@code null} is of the wrong type for a required field and counts as absent for every other.
 * Refinements that contradict each other are refused with an {@link IllegalArgumentException}.
 *
 * @param <T> what the value is read as
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-validation">JSON Schema 2020-12, validation</a>
 */
public abstract sealed class Field<T> permits DefiniteField, OptionalField {

    Field() {}

    /** A string. */
    public static TextField text(String name) {
        return new TextField(Notes.named(name), TextRules.NONE);
    }

    /** A whole number of at most 64 bits; {@code 42.0} is one too. */
    public static IntegerField integer(String name) {
        return new IntegerField(Notes.named(name), null, null);
    }

    /** A number of any size and precision. */
    public static NumberField number(String name) {
        return new NumberField(Notes.named(name), null, null);
    }

    /** {@code true} or {@code false}. */
    public static FlagField flag(String name) {
        return new FlagField(Notes.named(name));
    }

    /** One of the given strings. */
    public static ChoiceField choice(String name, String... values) {
        return new ChoiceField(Notes.named(name), new Choices(List.of(values), List.of(), List.of()));
    }

    /**
     * A list of values that each pass the check of the item; the list takes the item's name.
     *
     * @throws IllegalArgumentException if the item is optional, has a default or has a header
     */
    public static <T> ListField<T> list(Field<T> item) {
        return new ListField<>(Notes.named(item.name()), item, ListRules.NONE);
    }

    /** An object inside the object. */
    public static ObjectField object(String name, Fields fields) {
        return new ObjectField(Notes.named(name), fields);
    }

    public abstract String name();

    /** False for an optional field and for one with a default. */
    public abstract boolean required();

    /** This field with a name for people. */
    public abstract Field<T> title(String text);

    /** This field with a description: what a model fills it in by. */
    public abstract Field<T> describedAs(String text);

    /** The JSON Schema of the value, as it is published. */
    public abstract JsonObject schema();

    /** Everything that is wrong with a value of this field, at once, with paths relative to the value. */
    public final List<Problem> check(Json value) {
        Findings findings = new Findings();
        inspect(value, "", findings);
        return findings.all();
    }

    /**
     * The value of this field in an object that passed the check.
     *
     * @throws IllegalStateException if the object was not checked and holds no acceptable value
     */
    public abstract T read(JsonObject object);

    abstract void inspect(Json value, String path, Findings findings);

    /** Reads a value that passed the check. */
    abstract T parse(Json value);

    /** What the value has to be, such as {@code must be a string}. */
    abstract String expectation();

    /** True if an elicitation form can show it. */
    abstract boolean flat();

    /** The schema in its form for the items of a list. */
    abstract JsonObject itemSchema();
}
