package dev.footbridge.schema;

import dev.footbridge.argument.Problem;
import dev.footbridge.argument.Schema;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.util.List;

/**
 * A schema given as a JSON Schema document, published as it is and enforced in full. Immutable and thread-safe.
 *
 * <p>The dialect is the one that {@code $schema} names: 2020-12 (also where there is none), 2019-09 or draft-07. What
 * is wrong with the document is said by {@link #of}: a keyword with a bad value, an unknown dialect, a reference that
 * leads nowhere, a pattern that cannot run in linear time, a document that is too large.
 *
 * <ul>
 *   <li>References stay within the document. Nothing is ever fetched from the network, a file or the class path.
 *   <li>Patterns run on RE2, which has no look-around and no back-references.
 *   <li>{@code format} is a note for the client and is not checked, as the 2020-12 core vocabulary has it.
 *   <li>A document has at most 64 levels and 5000 objects.
 *   <li>A check takes at most a second and 512 nested steps; a value that needs more is refused. The clock is read at
 *       every step, so only a single step, such as one pattern on one text, can run over.
 *   <li>A check reports at most 20 problems.
 * </ul>
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-core">JSON Schema 2020-12, core</a>
 */
public final class RawSchema implements Schema {

    private final JsonObject document;
    private final Validator validator;

    private RawSchema(JsonObject document, Validator validator) {
        this.document = document;
        this.validator = validator;
    }

    /** @throws IllegalArgumentException if the text is not a JSON object or not an acceptable schema */
    public static RawSchema of(String json) {
        try {
            if (JsonReader.read(json) instanceof JsonObject object) {
                return of(object);
            }
        } catch (JsonException malformed) {
            throw new IllegalArgumentException("the schema is not JSON: " + malformed.getMessage(), malformed);
        }
        throw new IllegalArgumentException("a schema must be a JSON object");
    }

    /** @throws IllegalArgumentException if the document is not an acceptable schema */
    public static RawSchema of(JsonObject document) {
        return new RawSchema(document, Validator.of(document, System::nanoTime));
    }

    @Override
    public JsonObject document() {
        return document;
    }

    @Override
    public List<Problem> check(Json value) {
        return validator.check(value);
    }
}
