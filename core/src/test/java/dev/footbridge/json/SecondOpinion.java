package dev.footbridge.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Jackson's strict settings make of the same bytes; its limits are so wide that only its grammar judges. */
final class SecondOpinion {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(5_000)
                    .maxNumberLength(1_000_000)
                    .build())
            .build();

    private static final BigInteger FAR = BigInteger.valueOf(1000);

    private final JsonParser parser;

    private SecondOpinion(JsonParser parser) {
        this.parser = parser;
    }

    static Optional<Json> of(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            Json value = new SecondOpinion(parser).value();
            return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
        } catch (IOException refused) {
            return Optional.empty();
        }
    }

    private Json value() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new JsonString(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText());
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            default -> throw new IOException("not the beginning of a value");
        };
    }

    private Json object() throws IOException {
        JsonObject.Builder members = JsonObject.builder();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value());
        }
        return members.build();
    }

    private Json array() throws IOException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new JsonArray(items);
    }

    /** True if a value breaks one of the rules that are ours and not of RFC 8259. */
    static boolean breaksOurRules(Json value, int depth) {
        if (value instanceof JsonObject object) {
            return depth == JsonReader.MAX_DEPTH
                    || object.members().entrySet().stream().anyMatch(member -> breaksOurRules(member, depth));
        }
        if (value instanceof JsonArray array) {
            return depth == JsonReader.MAX_DEPTH
                    || array.items().stream().anyMatch(item -> breaksOurRules(item, depth + 1));
        }
        if (value instanceof JsonNumber number) {
            return number.text().length() > JsonReader.MAX_NUMBER_LENGTH || exponentIsFar(number.text());
        }
        return value instanceof JsonString string && isHalved(string.value());
    }

    private static boolean exponentIsFar(String number) {
        String[] parts = number.split("[eE]", -1);
        int exponent = parts.length == 1
                ? 0
                : new BigInteger(parts[1]).min(FAR).max(FAR.negate()).intValue();
        return exponent > JsonReader.MAX_EXPONENT || exponent < JsonReader.MIN_EXPONENT;
    }

    private static boolean breaksOurRules(Map.Entry<String, Json> member, int depth) {
        return isHalved(member.getKey()) || breaksOurRules(member.getValue(), depth + 1);
    }

    private static boolean isHalved(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
