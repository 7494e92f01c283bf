package dev.footbridge.json;

/**
 * Writes a JSON value as compact UTF-8, members in their own order, so that equal values give equal bytes.
 *
 * <p>Control characters are escaped, so the output never holds a raw newline: it fits one stdio line or one SSE
 * {@code data:} field. Stateless and thread-safe.
 */
public final class JsonWriter {

    private JsonWriter() {}

    public static byte[] bytes(Json value) {
        throw new UnsupportedOperationException();
    }

    public static String text(Json value) {
        throw new UnsupportedOperationException();
    }

    /** Indented by two spaces, for people. */
    public static String pretty(Json value) {
        throw new UnsupportedOperationException();
    }
}
