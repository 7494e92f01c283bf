package dev.footbridge.call;

import dev.footbridge.argument.Field;
import dev.footbridge.argument.Fields;
import dev.footbridge.argument.Schema;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ClientCapabilities;
import dev.footbridge.secret.SecretNames;
import java.util.Optional;
import java.util.Set;

/**
 * A form shown to the user (elicitation, form mode). It must be flat: text, numbers, flags, choices and lists of
 * choices. It never asks for a secret, because answers pass through the client and its logs: send the user to a
 * {@link UrlVisit} instead. Immutable.
 *
 * @param schema typed {@link Fields}, or a document for callers that have one already
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/client/elicitation">Elicitation</a>
 */
public record Form(String message, Schema schema) implements InputRequest<FormAnswer> {

    private static final Set<String> TYPES = Set.of("string", "number", "integer", "boolean", "array");

    /** @throws IllegalArgumentException if the schema is not flat, or a field of it has the name of a secret */
    public Form {
        boolean flat = schema instanceof Fields fields ? fields.isFlat() : isFlat(schema.document());
        if (!flat) {
            throw new IllegalArgumentException("the schema of a form is an object of text, numbers, flags, choices and"
                    + " lists of choices, and has no uuid format");
        }
        schema.document()
                .object("properties")
                .orElse(JsonObject.EMPTY)
                .members()
                .forEach(Form::refuseSecret);
    }

    /** That a box is ticked is no secret, whatever it is called. */
    private static void refuseSecret(String name, Json property) {
        JsonObject field = property instanceof JsonObject object ? object : JsonObject.EMPTY;
        boolean box = "boolean".equals(field.string("type").orElse(""));
        if (field.isTrue("writeOnly") || (SecretNames.isOne(name) && !box)) {
            throw new IllegalArgumentException("a form must not ask for '" + name
                    + "', which looks like a secret: send the user to a page with UrlVisit instead");
        }
    }

    private static boolean isFlat(JsonObject document) {
        return "object".equals(document.string("type").orElse(""))
                && document.object("properties").orElse(JsonObject.EMPTY).members().values().stream()
                        .allMatch(property -> property instanceof JsonObject field
                                && TYPES.contains(field.string("type").orElse("")));
    }

    public static Form asking(String message, Field<?>... fields) {
        return new Form(message, Fields.of(fields));
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
        return FormAnswer.read(
                result, this::asked, content -> schema.check(content).isEmpty());
    }

    /** Without members that nobody asked for: what is published allows them, so they are no reason to ask again. */
    private JsonObject asked(JsonObject content) {
        JsonObject properties = schema.document().object("properties").orElse(JsonObject.EMPTY);
        JsonObject.Builder asked = JsonObject.builder();
        content.members().forEach((name, value) -> {
            if (properties.has(name)) {
                asked.put(name, value);
            }
        });
        return asked.build();
    }
}
