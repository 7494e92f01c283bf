package dev.footbridge.json;

/**
 * A JSON value that is written already, such as a part of an answer that never changes. Answers carry it as it is;
 * whoever wants to look into it asks for {@link #parsed()}.
 *
 * @param text one JSON value, compact, as {@link JsonWriter} would write it; nothing checks it here
 */
public record JsonText(String text) implements Json {

    /** @throws IllegalStateException if the text is not JSON */
    public Json parsed() {
        try {
            return JsonReader.read(text);
        } catch (JsonException broken) {
            throw new IllegalStateException("a text that was written as JSON is none", broken);
        }
    }
}
