package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.util.List;
import java.util.Map;

/** One of a few strings. Immutable and thread-safe. */
public final class ChoiceField extends DefiniteField<String, ChoiceField> {

    private final Choices choices;

    ChoiceField(Notes notes, Choices choices) {
        super(notes);
        this.choices = choices;
        verifyDefault();
    }

    /** Names for people, one for each value, published as {@code oneOf}. */
    public ChoiceField titled(Map<String, String> titleByValue) {
        return new ChoiceField(notes(), choices.titled(titleByValue));
    }

    /**
     * Names for people in the order of the values, published as {@code enumNames}: the older way, which clients before
     * 2025-11-25 understand. Lists cannot have it.
     */
    public ChoiceField legacyNames(String... names) {
        return new ChoiceField(notes(), choices.named(List.of(names)));
    }

    /** Mirrors the value in the header {@code Mcp-Param-<name>}. */
    public ChoiceField header(String name) {
        return with(notes().withHeader(name));
    }

    @Override
    ChoiceField with(Notes changed) {
        return new ChoiceField(changed, choices);
    }

    @Override
    JsonObject rules() {
        return choices.schema();
    }

    /** Forms want the options of a list as {@code anyOf} without a type, and no {@code enumNames}. */
    @Override
    JsonObject itemSchema() {
        JsonObject schema = schema();
        Json options = schema.get("oneOf");
        return options == null
                ? schema.without("enumNames")
                : schema.without("type").without("oneOf").with("anyOf", options);
    }

    @Override
    void examine(Json value, String path, Findings findings) {
        if (!(value instanceof JsonString text) || !choices.values().contains(text.value())) {
            findings.add(path, expectation());
        }
    }

    @Override
    String parse(Json value) {
        if (value instanceof JsonString text) {
            return text.value();
        }
        throw unchecked();
    }

    @Override
    Json write(String value) {
        return Json.of(value);
    }

    @Override
    String expectation() {
        return "must be one of: " + Pointer.names(choices.values());
    }

    @Override
    boolean flat() {
        return true;
    }
}
