package dev.footbridge.json;

import java.util.Optional;

/**
 * Reads exactly one JSON value from UTF-8 bytes, strictly.
 *
 * <p>Refused: malformed or overlong UTF-8, a byte order mark, UTF-16 and UTF-32, unpaired surrogates (escaped ones
 * too), duplicate member names, anything after the value, nesting over {@link #MAX_DEPTH}, numbers over
 * {@link #MAX_NUMBER_LENGTH} characters or with an exponent that no 64-bit float is written with, member names over
 * {@link #MAX_NAME_LENGTH} characters, comments and every other extension of RFC 8259. Bytes hold at most
 * {@link #MAX_VALUES} values. Stateless and thread-safe.
 */
public final class JsonReader {

    public static final int MAX_DEPTH = 64;
    public static final int MAX_NUMBER_LENGTH = 100;
    public static final int MAX_EXPONENT = 308;
    public static final int MIN_EXPONENT = -324;
    public static final int MAX_NAME_LENGTH = 256;

    /** Every value counts, those within arrays and objects too: each takes many times the memory of its bytes. */
    public static final int MAX_VALUES = 50_000;

    private JsonReader() {}

    /**
     * The one value that the bytes are.
     *
     * @throws JsonException if they break any of the rules above
     */
    public static Json read(byte[] utf8) throws JsonException {
        return Parser.read(Utf8.decode(utf8), MAX_VALUES);
    }

    /**
     * As {@link #read(byte[])}, with any number of values: for text that is characters already, such as a schema in
     * source code or what a store kept for us.
     */
    public static Json read(String text) throws JsonException {
        return Parser.read(text.toCharArray(), Integer.MAX_VALUE);
    }

    /**
     * The object in a text that came back from a store; empty for everything else, which an other version of the
     * software wrote.
     */
    public static Optional<JsonObject> readObject(String text) {
        try {
            return read(text) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        } catch (JsonException unreadable) {
            return Optional.empty();
        }
    }
}
