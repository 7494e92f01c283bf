package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import java.util.List;

/**
 * What a value must look like: the JSON Schema 2020-12 document that is published, and the check that enforces it.
 * Immutable and thread-safe. {@link Fields} is one made of typed fields; the schema module has one for raw documents.
 */
public interface Schema {

    /** The document, sent to clients as it is, unknown keywords included. */
    JsonObject document();

    /** Everything that is wrong with the value, at once; empty if it fits. */
    List<Problem> check(Json value);
}
