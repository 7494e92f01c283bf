package dev.footbridge.call;

import dev.footbridge.argument.Schema;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ClientCapabilities;
import java.util.Optional;
import java.util.Set;

/**
 * A {@link Form} whose fields are given as a JSON Schema document, for callers that have one already. The document must
 * be flat: an object of text, numbers, flags, choices and lists of choices. Immutable.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/client/elicitation">Elicitation</a>
 */
public record RawForm(String message, Schema schema) implements InputRequest<FormAnswer> {

    private static final Set<String> TYPES = Set.of("string", "number", "integer", "boolean", "array");

    /** @throws IllegalArgumentException if the document is not flat */
    public RawForm {
        JsonObject document = schema.document();
        boolean object = "object".equals(document.string("type").orElse(""));
        JsonObject properties = document.object("properties").orElse(JsonObject.EMPTY);
        if (!object || !properties.members().values().stream().allMatch(RawForm::isField)) {
            throw new IllegalArgumentException("the schema of a form is an object, and each of its properties says that"
                    + " it is a string, number, integer, boolean or array");
        }
    }

    private static boolean isField(Json property) {
        return property instanceof JsonObject field
                && TYPES.contains(field.string("type").orElse(""));
    }

    @Override
    public String method() {
        return "elicitation/create";
    }

    @Override
    public JsonObject params() {
        return JsonObject.builder()
                .put("mode", "form")
                .put("message", message)
                .put("requestedSchema", schema.document().without("additionalProperties"))
                .build();
    }

    @Override
    public boolean answerableBy(ClientCapabilities capabilities) {
        return capabilities.formElicitation();
    }

    @Override
    public JsonObject requiredCapabilities() {
        return JsonObject.of("elicitation", JsonObject.EMPTY);
    }

    @Override
    public Optional<FormAnswer> read(Json result) {
        return FormAnswer.read(result, content -> schema.check(content).isEmpty());
    }
}
