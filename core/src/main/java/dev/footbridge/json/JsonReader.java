package dev.footbridge.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads exactly one JSON value from UTF-8 bytes, strictly.
 *
 * <p>Refused: malformed or overlong UTF-8, a byte order mark, UTF-16 and UTF-32, unpaired surrogates (escaped ones
 * too), duplicate member names, anything after the value, nesting over {@link #MAX_DEPTH}, numbers over
 * {@link #MAX_NUMBER_LENGTH} characters or with an exponent beyond ±{@link #MAX_EXPONENT}, comments and every other
 * extension of RFC 8259. Stateless and thread-safe.
 */
public final class JsonReader {

    public static final int MAX_DEPTH = 64;
    public static final int MAX_NUMBER_LENGTH = 100;
    public static final int MAX_EXPONENT = 999;

    /**
     * Symbol tables and pooled buffers pay off only in a process that reads a lot; they cost every process its start,
     * and a table of names filled by clients is a target.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH + 1)
                    .maxNumberLength(MAX_NUMBER_LENGTH * 2)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The one value that the bytes are.
     *
     * @throws JsonException if they break any of the rules above
     */
    public static Json read(byte[] utf8) throws JsonException {
        if (utf8.length > 1 && (utf8[0] == 0 || utf8[1] == 0)) {
            throw new JsonException("the text is not UTF-8");
        }
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8)));
        } catch (CharacterCodingException malformed) {
            throw new JsonException("the text is not UTF-8");
        }
    }

    /** As {@link #read(byte[])}, for text that is characters already, such as a schema in source code. */
    public static Json read(String text) throws JsonException {
        return read(CharBuffer.wrap(text.toCharArray()));
    }

    private static Json read(CharBuffer text) throws JsonException {
        if (text.hasRemaining() && text.get(text.position()) == '\uFEFF') {
            throw new JsonException("a byte order mark is not allowed");
        }
        try (JsonParser parser = FACTORY.createParser(text.array(), text.arrayOffset(), text.remaining())) {
            return new JsonReader(parser).document();
        } catch (IOException invalid) {
            throw new JsonException("the text is not valid JSON");
        }
    }

    private Json document() throws IOException, JsonException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new JsonException("there is no JSON value");
        }
        Json value = value(first, 0);
        if (parser.nextToken() != null) {
            throw new JsonException("something follows the JSON value");
        }
        return value;
    }

    /** @param depth how many arrays and objects are open around the value */
    private Json value(JsonToken token, int depth) throws IOException, JsonException {
        return switch (token) {
            case START_OBJECT -> object(deeper(depth));
            case START_ARRAY -> array(deeper(depth));
            case VALUE_STRING -> new JsonString(paired(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            default -> throw new JsonException("the text is not valid JSON");
        };
    }

    private static int deeper(int depth) throws JsonException {
        if (depth == MAX_DEPTH) {
            throw new JsonException("the nesting is deeper than " + MAX_DEPTH);
        }
        return depth + 1;
    }

    private JsonObject object(int depth) throws IOException, JsonException {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = paired(parser.currentName());
            if (members.put(name, value(parser.nextToken(), depth)) != null) {
                throw new JsonException("a member name appears twice in one object");
            }
        }
        return new JsonObject(members);
    }

    private JsonArray array(int depth) throws IOException, JsonException {
        List<Json> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token, depth));
        }
        return new JsonArray(items);
    }

    private static JsonNumber number(String text) throws JsonException {
        if (text.length() > MAX_NUMBER_LENGTH) {
            throw new JsonException("a number is longer than " + MAX_NUMBER_LENGTH + " characters");
        }
        int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (mark >= 0 && Math.abs(Integer.parseInt(clipped(text.substring(mark + 1)))) > MAX_EXPONENT) {
            throw new JsonException("an exponent is beyond " + MAX_EXPONENT);
        }
        return new JsonNumber(text);
    }

    /** The exponent without its sign and leading zeros, cut where it is too large in any case. */
    private static String clipped(String exponent) {
        int start = 0;
        while (start < exponent.length() - 1 && "+-0".indexOf(exponent.charAt(start)) >= 0) {
            start++;
        }
        return exponent.substring(start, Math.min(exponent.length(), start + 4));
    }

    private static String paired(String text) throws JsonException {
        if (!Unicode.isWellFormed(text)) {
            throw new JsonException("a string holds half of a surrogate pair");
        }
        return text;
    }
}
