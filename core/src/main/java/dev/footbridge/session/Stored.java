package dev.footbridge.session;

import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.util.Optional;

/** Reads back what was kept as JSON. */
final class Stored {

    private Stored() {}

    /** The object a store gave back; empty if an other version of this software wrote something else there. */
    static Optional<JsonObject> object(String text) {
        try {
            return JsonReader.read(text) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (JsonException unreadable) {
            return Optional.empty();
        }
    }
}
