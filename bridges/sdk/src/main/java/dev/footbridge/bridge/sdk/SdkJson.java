package dev.footbridge.bridge.sdk;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Our JSON as the SDK's objects, and back, by the SDK's own mapper: so a handler sees the Java types it would see
 * there.
 */
final class SdkJson {

    private static final TypeRef<Map<String, Object>> MEMBERS = new TypeRef<>() {};

    private final McpJsonMapper mapper;

    SdkJson(McpJsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Any object that the mapper can write. */
    Json json(Object value) {
        try {
            return JsonReader.read(mapper.writeValueAsString(value));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (JsonException unacceptable) {
            throw new IllegalArgumentException(
                    "the mapper wrote JSON that is not passed on: " + unacceptable.getMessage(), unacceptable);
        }
    }

    /** One of the SDK's records, or a map; nothing at all is an object without members. */
    JsonObject object(@Nullable Object value) {
        if (value == null) {
            return JsonObject.EMPTY;
        }
        if (json(value) instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    Map<String, Object> map(JsonObject object) {
        try {
            return mapper.readValue(bytes(object), MEMBERS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    <T> T read(JsonObject object, Class<T> type) {
        try {
            return mapper.readValue(bytes(object), type);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] bytes(JsonObject object) {
        return JsonWriter.text(object).getBytes(StandardCharsets.UTF_8);
    }
}
