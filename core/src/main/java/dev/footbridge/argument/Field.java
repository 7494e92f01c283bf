package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import java.util.List;

/** A named member of an object: schema, check and reader in one. (To be completed.) */
public abstract class Field<T> {

    public abstract String name();

    public abstract boolean required();

    public abstract JsonObject schema();

    public abstract List<Problem> check(Json value);

    public abstract T read(JsonObject object);
}
