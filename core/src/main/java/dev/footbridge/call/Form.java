package dev.footbridge.call;

import dev.footbridge.argument.Field;
import dev.footbridge.argument.Fields;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ClientCapabilities;
import java.util.Optional;

/**
 * A form shown to the user (elicitation, form mode). Its fields must be flat: text, numbers, flags, choices and lists
 * of choices. Never ask for secrets in a form; send the user to a {@link UrlVisit} instead.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/client/elicitation">Elicitation</a>
 */
public record Form(String message, Fields fields) implements InputRequest<FormAnswer> {

    public Form {
        if (!fields.isFlat()) {
            throw new IllegalArgumentException(
                    "a form has only text, numbers, flags, choices and lists of choices, and no uuid format");
        }
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
                .put("requestedSchema", fields.document().without("additionalProperties"))
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
        return FormAnswer.read(result, content -> fields.check(content).isEmpty());
    }
}
