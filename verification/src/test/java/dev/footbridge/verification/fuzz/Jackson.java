package dev.footbridge.verification.fuzz;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonBoolean;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** What Jackson 3 makes of the same bytes with its strict settings, and limits so wide that only its grammar judges. */
final class Jackson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(5_000)
                    .maxNumberLength(1_000_000)
                    .build())
            .build();

    private final JsonParser parser;

    private Jackson(JsonParser parser) {
        this.parser = parser;
    }

    static Optional<Json> read(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            Json value = new Jackson(parser).value();
            return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
        } catch (JacksonException refused) {
            return Optional.empty();
        }
    }

    private Json value() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new JsonString(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getString());
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            default -> throw new IllegalStateException("not the beginning of a value");
        };
    }

    private Json object() {
        JsonObject.Builder members = JsonObject.builder();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value());
        }
        return members.build();
    }

    private Json array() {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new JsonArray(items);
    }
}
