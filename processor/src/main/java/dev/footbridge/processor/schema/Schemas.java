package dev.footbridge.processor.schema;

import dev.footbridge.json.JsonObject;
import dev.footbridge.processor.model.Definition;
import dev.footbridge.processor.model.Member;
import dev.footbridge.processor.model.Shape;
import java.util.Map;

/**
 * The JSON Schema of arguments and of results. A schema of arguments accepts exactly what the generated reader accepts,
 * apart from this:
 *
 * <ul>
 *   <li>{@code null} for a member that may be left out counts as left out, because models send it.
 *   <li>A {@code double} or {@code float} is checked as the 64-bit number it becomes, as most validators do, and has to
 *       be within its range.
 *   <li>A 30th of February, or a time zone that nobody knows, is refused by the reader alone.
 * </ul>
 *
 * <p>Records stand where they are used. One that refers to itself, or that would be written out more than eight times,
 * stands in {@code $defs}. Stateless and thread-safe.
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-validation">JSON Schema 2020-12, validation</a>
 */
public final class Schemas {

    private Schemas() {}

    /** What clients may send; always of type object, with no alternatives at its root. */
    public static JsonObject input(Definition.RecordType arguments, Map<String, Definition> definitions) {
        Document document = new Document(Side.INPUT, definitions, Shared.below(arguments, definitions));
        return document.whole(document.body(arguments));
    }

    /** What clients get; it says types and not bounds, because nobody checks a result against those. */
    public static JsonObject output(Shape shape, Member.Occurrence occurrence, Map<String, Definition> definitions) {
        Document document = new Document(Side.OUTPUT, definitions, Shared.below(shape, definitions));
        JsonObject root = shape instanceof Shape.Reference reference
                ? document.body(Definitions.named(reference.name(), definitions))
                : document.schema(shape);
        return document.whole(occurrence == Member.Occurrence.REQUIRED ? root : Nullable.of(root));
    }
}
