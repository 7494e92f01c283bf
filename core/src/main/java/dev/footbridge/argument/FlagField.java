package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonBoolean;
import dev.footbridge.json.JsonObject;

/** {@code true} or {@code false}. Immutable and thread-safe. */
public final class FlagField extends DefiniteField<Boolean, FlagField> {

    FlagField(Notes notes) {
        super(notes);
        verifyDefault();
    }

    /** Mirrors the value in the header {@code Mcp-Param-<name>}. */
    public FlagField header(String name) {
        return with(notes().withHeader(name));
    }

    @Override
    FlagField with(Notes changed) {
        return new FlagField(changed);
    }

    @Override
    JsonObject rules() {
        return JsonObject.of("type", "boolean");
    }

    @Override
    void examine(Json value, String path, Findings findings) {
        if (!(value instanceof JsonBoolean)) {
            findings.add(path, expectation());
        }
    }

    @Override
    Boolean parse(Json value) {
        if (value instanceof JsonBoolean flag) {
            return flag.value();
        }
        throw unchecked();
    }

    @Override
    Json write(Boolean value) {
        return Json.of(value);
    }

    @Override
    String expectation() {
        return "must be true or false";
    }

    @Override
    boolean flat() {
        return true;
    }
}
