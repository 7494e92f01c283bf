package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;

/** An object inside the object. Immutable and thread-safe. */
public final class ObjectField extends DefiniteField<Values, ObjectField> {

    private final Fields fields;

    ObjectField(Notes notes, Fields fields) {
        super(notes);
        this.fields = fields;
        verifyDefault();
    }

    @Override
    ObjectField with(Notes changed) {
        return new ObjectField(changed, fields);
    }

    @Override
    JsonObject rules() {
        return fields.document();
    }

    @Override
    void examine(Json value, String path, Findings findings) {
        fields.examine(value, path, findings);
    }

    @Override
    Values parse(Json value) {
        if (value instanceof JsonObject object) {
            return new Values(object);
        }
        throw unchecked();
    }

    @Override
    Json write(Values value) {
        return value.raw();
    }

    @Override
    String expectation() {
        return Fields.EXPECTATION;
    }

    @Override
    boolean flat() {
        return false;
    }
}
