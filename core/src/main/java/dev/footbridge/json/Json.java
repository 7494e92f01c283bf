package dev.footbridge.json;

import java.math.BigDecimal;

/**
 * One JSON value (RFC 8259). Immutable, thread-safe, equal by value.
 *
 * <p>{@link JsonReader} makes it from bytes and {@link JsonWriter} turns it back; numbers keep the text they arrived
 * with.
 */
public sealed interface Json permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull, JsonText {

    static JsonString of(String text) {
        return new JsonString(text);
    }

    static JsonNumber of(long number) {
        return new JsonNumber(Long.toString(number));
    }

    static JsonNumber of(BigDecimal number) {
        return new JsonNumber(number.toString());
    }

    static JsonBoolean of(boolean flag) {
        return flag ? JsonBoolean.TRUE : JsonBoolean.FALSE;
    }
}
