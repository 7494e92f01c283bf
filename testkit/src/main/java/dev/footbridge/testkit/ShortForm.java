package dev.footbridge.testkit;

import dev.footbridge.json.JsonObject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a transcript writes a message in one line: {@code ID METHOD PARAMS}, with {@code -} for no id. */
final class ShortForm {

    private static final Pattern FORM = Pattern.compile("(\\S+) (\\S+)(?: (\\{.*\\}))?");

    private ShortForm() {}

    /** The message that the text stands for in this envelope, or empty if the text is no short form. */
    static Optional<JsonObject> message(String text, Envelope envelope) {
        Matcher form = FORM.matcher(text);
        if (text.matches("(raw|bytes) .*") || text.matches("[A-Z]+ /.*") || !form.matches()) {
            return Optional.empty();
        }
        if (form.group(1).equals("reply")) {
            return Optional.of(JsonObject.builder()
                    .put("jsonrpc", "2.0")
                    .put("id", JsonText.json(form.group(2)))
                    .put("result", JsonText.object(form.group(3)))
                    .build());
        }
        if (form.group(1).equals("-")) {
            JsonObject.Builder notification =
                    JsonObject.builder().put("jsonrpc", "2.0").put("method", form.group(2));
            return Optional.of(notification
                    .putIfPresent("params", form.group(3) == null ? null : JsonText.object(form.group(3)))
                    .build());
        }
        Optional<JsonObject> params = Optional.ofNullable(form.group(3)).map(JsonText::object);
        return Optional.of(envelope.request(JsonText.json(form.group(1)), form.group(2), params));
    }
}
