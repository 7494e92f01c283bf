package dev.footbridge.json;

/** Bytes that are not acceptable JSON. The message names the rule that was broken and quotes nothing of the input. */
public final class JsonException extends Exception {

    public JsonException(String message) {
        super(message);
    }
}
