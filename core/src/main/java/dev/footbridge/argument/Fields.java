package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import java.util.List;

/** An object made of typed fields. (To be completed.) */
public final class Fields implements Schema {

    public static Fields of(Field<?>... fields) {
        throw new UnsupportedOperationException();
    }

    public static Fields none() {
        throw new UnsupportedOperationException();
    }

    @Override
    public JsonObject document() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Problem> check(Json value) {
        throw new UnsupportedOperationException();
    }
}
