package dev.footbridge.protocol;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonString;
import java.util.Optional;

/**
 * The id of a JSON-RPC request: a string or an integer, kept as it was written so that it is echoed with the same type
 * and value. {@code 1} and {@code "1"} are different ids.
 */
public record RequestId(Json value) {

    /** It is echoed and kept while the request runs. */
    private static final int MAX_LENGTH = 256;

    /** The id, or empty if the value is neither a string, of 256 characters at most, nor an integer. */
    public static Optional<RequestId> of(Json value) {
        boolean allowed = (value instanceof JsonString text && text.value().length() <= MAX_LENGTH)
                || (value instanceof JsonNumber number && number.isInteger());
        return allowed ? Optional.of(new RequestId(value)) : Optional.empty();
    }

    /** A text that differs for ids that differ. */
    public String key() {
        return value instanceof JsonNumber number ? "#" + number.text() : "$" + ((JsonString) value).value();
    }
}
